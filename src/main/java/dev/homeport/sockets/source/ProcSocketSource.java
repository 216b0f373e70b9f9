package dev.homeport.sockets.source;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Listening sockets of any network namespace that a process of {@code root} is in, from the tables in
 * {@code /proc/<pid>/net} (DOMAIN R2.1 to R2.13). It reads whole tables, connections included, and learns neither
 * V6ONLY nor backlog nor device, unless somebody who was inside tells them; but it needs no privilege for a foreign
 * namespace (R2.51).
 */
public final class ProcSocketSource implements SocketSource {

    private static final Limit LIMIT = new Limit(
            "Whether a socket on [::] also takes IPv4, its backlog and device",
            "The tables in /proc/net, from which the sockets are read, do not tell.",
            "In that network namespace, look once: ss -tulne");

    private final NamespaceRoot root;
    private final Supplier<InsideTable> inside;

    /** @param inside what somebody found who was in that namespace */
    public ProcSocketSource(NamespaceRoot root, Supplier<InsideTable> inside) {
        this.root = root;
        this.inside = inside;
    }

    /** @throws IOException when there is no table of IPv4; a kernel without IPv6 has none of that (R2.13) */
    @Override
    public SocketTable read() throws IOException {
        Map<Object, SocketRow> rows = new LinkedHashMap<>();
        for (Protocol protocol : Protocol.values()) {
            read(root.ofProcess("net/" + protocol.text()), protocol, IpFamily.IPV4, rows);
            try {
                read(root.ofProcess("net/" + protocol.text() + "6"), protocol, IpFamily.IPV6, rows);
            } catch (NoSuchFileException e) {
                continue;
            }
        }
        InsideTable known = inside.get();
        return new SocketTable(
                "procfs",
                rows.values().stream().map(known::completed).toList(),
                rows.values().stream().allMatch(known::has) ? List.of() : List.of(LIMIT));
    }

    /** A table that changes while it is read can show a row twice (R2.11). */
    private static void read(Path table, Protocol protocol, IpFamily family, Map<Object, SocketRow> rows)
            throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
            new ProcNetParser(protocol, family).parse(lines, row -> rows.putIfAbsent(row.identity(), row));
        }
    }
}
