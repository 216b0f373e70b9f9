package dev.homeport.latency.counters;

import dev.homeport.net.LoopbackInterface;
import dev.homeport.platform.NamespaceRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The kernel's tables of counters, of one network namespace, since it was made: {@code net/snmp}, {@code net/netstat},
 * {@code net/snmp6} and {@code net/softnet_stat} of a process in it (proc(5), DOMAIN R7.1). Names decide, never columns:
 * kernels append, and order as they like.
 */
final class KernelTables implements CounterSource {

    /** The name of what {@code softnet_stat} counts, which has none there. */
    static final String SOFTNET = "softnet_stat, column 2";

    /** The same for the packets that interfaces other than loopback have sent ({@code net/dev}). */
    static final String OUTSIDE = "net/dev, packets sent";

    private static final int PACKETS_SENT = 9;

    private final NamespaceRoot root;

    KernelTables(NamespaceRoot root) {
        this.root = root;
    }

    /**
     * A table that this kernel does not have is left out.
     *
     * @throws IOException when it has none of them, as where something else than Linux answers for its kernel
     */
    @Override
    public Map<String, Long> read() throws IOException {
        Map<String, Long> all = new HashMap<>();
        add(all, "net/snmp", KernelTables::parsePairs);
        add(all, "net/netstat", KernelTables::parsePairs);
        add(all, "net/snmp6", KernelTables::parseNames);
        add(all, "net/softnet_stat", table -> Map.of(SOFTNET, parseSoftnet(table)));
        add(all, "net/dev", table -> Map.of(OUTSIDE, parseDevices(table)));
        if (all.isEmpty()) {
            throw new IOException("This system has none of the tables in which Linux counts ("
                    + root.ofProcess("net/snmp") + " and those beside it)");
        }
        return all;
    }

    private void add(Map<String, Long> all, String table, Function<Reader, Map<String, Long>> parser)
            throws IOException {
        try (Reader reader = Files.newBufferedReader(root.ofProcess(table))) {
            all.putAll(parser.apply(reader));
        } catch (NoSuchFileException e) {
            // Not every kernel has each of them: one without IPv6 has no snmp6.
        }
    }

    /** A line for each interface, {@code eth0: } and 16 numbers. */
    static long parseDevices(Reader table) {
        return new BufferedReader(table)
                .lines()
                .map(line -> line.strip().split(":\\s*|\\s+"))
                .filter(words -> words.length > PACKETS_SENT + 1 && !words[0].equals(LoopbackInterface.NAME))
                .filter(words -> words[PACKETS_SENT + 1].matches("\\d{1,18}"))
                .mapToLong(words -> Long.parseLong(words[PACKETS_SENT + 1]))
                .sum();
    }

    /** Two lines each, {@code Tcp: name name} and {@code Tcp: 1 2}; what does not fit is passed over. */
    static Map<String, Long> parsePairs(Reader table) {
        Map<String, Long> values = new HashMap<>();
        List<String> lines = new BufferedReader(table).lines().toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i).split("\\s+");
            String[] numbers = lines.get(i + 1).split("\\s+");
            if (names[0].equals(numbers[0]) && names[0].endsWith(":")) {
                String prefix = names[0].substring(0, names[0].length() - 1) + ".";
                for (int column = 1; column < Math.min(names.length, numbers.length); column++) {
                    put(values, prefix + names[column], numbers[column]);
                }
            }
        }
        return values;
    }

    /** A name and a number a line. */
    static Map<String, Long> parseNames(Reader table) {
        Map<String, Long> values = new HashMap<>();
        new BufferedReader(table).lines().forEach(line -> {
            String[] words = line.strip().split("\\s+");
            if (words.length == 2) {
                put(values, words[0], words[1]);
            }
        });
        return values;
    }

    /** A line of hexadecimal numbers for each processor, of which the second counts what was dropped. */
    static long parseSoftnet(Reader table) {
        return new BufferedReader(table)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1 && words[1].matches("[0-9a-f]{1,15}"))
                .mapToLong(words -> Long.parseLong(words[1], 16))
                .sum();
    }

    private static void put(Map<String, Long> values, String name, String number) {
        if (number.matches("-?\\d{1,18}")) {
            values.put(name, Long.parseLong(number));
        }
    }
}
