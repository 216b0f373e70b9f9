package dev.homeport.platform.proc;

import dev.homeport.platform.BoundedText;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.InterfaceCounters;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kernel's table {@code net/dev} (proc(5)): the interfaces of a network namespace, and what has passed each since it was
 * made. Two lines of heads, then {@code name: } and 16 numbers a line; other lines are passed over.
 *
 * @param rows by the interface's name, in the order of the table
 */
public record NetDevTable(Map<String, InterfaceCounters> rows) {

    /** A line has some 130 bytes: this is for thirty thousand interfaces. */
    private static final int LARGEST = 4 << 20;

    private static final int SENT = 8;
    private static final int COLUMNS = 16;

    public NetDevTable {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The table of the network namespace that the process of {@code root} is in. */
    public static NetDevTable of(NamespaceRoot root) throws IOException {
        return parse(BoundedText.read(root.ofProcess("net/dev"), LARGEST).lines());
    }

    /** Its lines; a name may have a colon, numbers have none. */
    public static NetDevTable parse(Stream<String> lines) {
        Map<String, InterfaceCounters> rows = new LinkedHashMap<>();
        lines.forEach(line -> {
            int colon = line.lastIndexOf(':');
            long[] numbers = colon < 0 ? new long[0] : numbers(line.substring(colon + 1));
            if (numbers.length >= COLUMNS) {
                rows.put(HostileText.clean(line.substring(0, colon)), row(numbers));
            }
        });
        return new NetDevTable(rows);
    }

    private static long[] numbers(String text) {
        String[] words = text.strip().split("\\s+");
        long[] numbers = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            if (!words[i].matches("\\d{1,20}")) {
                return new long[0];
            }
            numbers[i] = Long.parseUnsignedLong(words[i]);
        }
        return numbers;
    }

    private static InterfaceCounters row(long[] numbers) {
        return new InterfaceCounters(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[SENT],
                numbers[SENT + 1],
                numbers[SENT + 2],
                numbers[SENT + 3]);
    }
}
