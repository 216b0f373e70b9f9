package dev.homeport.latency.counters;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ProcNetRow;
import dev.homeport.processes.HolderName;
import dev.homeport.processes.Holders;
import dev.homeport.processes.SocketHolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which UDP sockets lost datagrams, from the column {@code drops} of {@code net/udp} and {@code net/udp6}
 * (DOMAIN R7.5). Looked at only after the counter of all of them rose. Used by one thread.
 */
final class UdpDrops {

    private final NamespaceRoot root;
    private final SocketHolders holders;
    private Map<Long, Long> before = Map.of();

    /**
     * A socket that lost datagrams.
     *
     * @param holder the process that has it, or words for one that cannot be seen
     */
    record Loss(int port, String holder, long datagrams) {}

    /** A row of the table. */
    record Row(int port, long inode, long drops) {}

    UdpDrops(NamespaceRoot root, SocketHolders holders) {
        this.root = root;
        this.holders = holders;
    }

    /** What each socket has lost since this was asked last; of a socket that is new since, all that it lost. */
    List<Loss> sinceLast() throws IOException {
        List<Row> lossy = new ArrayList<>();
        Map<Long, Long> now = new HashMap<>();
        for (Row row : rows()) {
            now.put(row.inode(), row.drops());
            long lost = row.drops() - before.getOrDefault(row.inode(), 0L);
            if (lost > 0) {
                lossy.add(new Row(row.port(), row.inode(), lost));
            }
        }
        before = now;
        if (lossy.isEmpty()) {
            return List.of();
        }
        Holders known = holders.of(lossy.stream().map(Row::inode).collect(Collectors.toSet()));
        return lossy.stream()
                .map(row -> new Loss(row.port(), holder(known, row.inode()), row.drops()))
                .toList();
    }

    /** The process that has a socket, in words. */
    static String holder(Holders known, long inode) {
        return known.of(inode).stream()
                .findFirst()
                .map(process -> HolderName.of(process.name(), process.pid()))
                .orElse(HolderName.HIDDEN);
    }

    private List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String table : List.of("net/udp", "net/udp6")) {
            try (Reader reader = Files.newBufferedReader(root.ofProcess(table))) {
                rows.addAll(parse(reader));
            } catch (NoSuchFileException e) {
                // A kernel without IPv6.
            }
        }
        return rows;
    }

    /** A head, then a row for each socket; what is no row is passed over. */
    static List<Row> parse(Reader table) {
        return new BufferedReader(table)
                .lines()
                .skip(1)
                .flatMap(line -> row(line).stream())
                .toList();
    }

    private static Optional<Row> row(String line) {
        try {
            ProcNetRow row = new ProcNetRow(line);
            return Optional.of(new Row(row.localPort(), row.inode(), row.drops()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
