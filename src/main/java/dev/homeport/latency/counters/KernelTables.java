package dev.homeport.latency.counters;

import dev.homeport.net.LoopbackInterface;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.NetDevTable;
import dev.homeport.platform.proc.SoftnetStat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
        add(all, "net/softnet_stat", KernelTables::dropped);
        add(all, "net/dev", KernelTables::sentOutside);
        if (all.isEmpty()) {
            throw new IOException("This system has none of the tables in which Linux counts ("
                    + root.ofProcess("net/snmp") + " and those beside it)");
        }
        return all;
    }

    private void add(Map<String, Long> all, String table, Function<Reader, Map<String, Long>> parser)
            throws IOException {
        try (Reader reader = Files.newBufferedReader(root.ofProcess(table), StandardCharsets.ISO_8859_1)) {
            all.putAll(parser.apply(reader));
        } catch (NoSuchFileException e) {
            // Not every kernel has each of them: one without IPv6 has no snmp6.
        }
    }

    private static Map<String, Long> dropped(Reader table) {
        OptionalLong dropped = SoftnetStat.dropped(table);
        return dropped.isPresent() ? Map.of(SOFTNET, dropped.getAsLong()) : Map.of();
    }

    /** Of all interfaces but loopback's. */
    private static Map<String, Long> sentOutside(Reader table) {
        long packets = NetDevTable.parse(new BufferedReader(table).lines()).rows().entrySet().stream()
                .filter(row -> !row.getKey().equals(LoopbackInterface.NAME))
                .mapToLong(row -> row.getValue().sentPackets())
                .sum();
        return Map.of(OUTSIDE, packets);
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

    private static void put(Map<String, Long> values, String name, String number) {
        if (number.matches("-?\\d{1,18}")) {
            values.put(name, Long.parseLong(number));
        }
    }
}
