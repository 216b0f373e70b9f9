package dev.homeport.interfaces;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.reading.Collector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traffic of one network namespace on Linux, from {@code net/dev} and {@code net/softnet_stat} of a process in it
 * (proc(5)).
 */
final class ProcTrafficCollector implements Collector<Traffic> {

    private static final int RECEIVED = 0;
    private static final int SENT = 8;
    private static final int COLUMNS = 16;

    private final NamespaceRoot root;

    ProcTrafficCollector(NamespaceRoot root) {
        this.root = root;
    }

    @Override
    public Traffic collect() throws IOException {
        try (Reader table = Files.newBufferedReader(root.ofProcess("net/dev"))) {
            return new Traffic(parse(table), backlogDropped());
        }
    }

    /** Two lines of heads, then {@code name: } and 16 numbers a line; other lines are passed over. */
    static Map<String, Traffic.Counters> parse(Reader table) {
        Map<String, Traffic.Counters> counters = new HashMap<>();
        new BufferedReader(table).lines().forEach(line -> {
            int colon = line.lastIndexOf(':');
            long[] numbers = colon < 0 ? new long[0] : numbers(line.substring(colon + 1));
            if (numbers.length >= COLUMNS) {
                counters.put(HostileText.clean(line.substring(0, colon)), counters(numbers));
            }
        });
        return counters;
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

    /** Of each direction: bytes, packets, errors, dropped. */
    private static Traffic.Counters counters(long[] numbers) {
        return new Traffic.Counters(
                numbers[RECEIVED],
                numbers[RECEIVED + 1],
                numbers[RECEIVED + 2],
                numbers[RECEIVED + 3],
                numbers[SENT],
                numbers[SENT + 1],
                numbers[SENT + 2],
                numbers[SENT + 3]);
    }

    private @Nullable Long backlogDropped() {
        try (Reader table = Files.newBufferedReader(root.ofProcess("net/softnet_stat"))) {
            return parseSoftnet(table);
        } catch (IOException e) {
            return null;
        }
    }

    /** A line of hexadecimal numbers for each processor, of which the second counts what was dropped. */
    static @Nullable Long parseSoftnet(Reader table) {
        long dropped = 0;
        for (String line : new BufferedReader(table).lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 2 || !words[1].matches("[0-9a-f]{8,16}")) {
                return null;
            }
            dropped += Long.parseUnsignedLong(words[1], 16);
        }
        return dropped;
    }
}
