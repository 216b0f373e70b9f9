package dev.homeport.latency.counters;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.kernel.SockDiagRequest;
import dev.homeport.processes.SocketHolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts connections, but only where there are so many that it matters: to go through them all costs the kernel time.
 * Cheap totals ({@code net/sockstat}, {@code CurrEstab}) tell when. Used by one thread.
 */
final class Census {

    /** So many connections that one side has given up make a leak (DOMAIN R7.17). */
    static final int MANY = 100;

    private static final Pattern NUMBER = Pattern.compile("\\b(inuse|tw) (\\d{1,9})");

    private final NamespaceRoot root;
    private final SocketHolders holders;
    private Map<String, Integer> before = Map.of();

    Census(NamespaceRoot root, SocketHolders holders) {
        this.root = root;
        this.holders = holders;
    }

    /**
     * Ports for clients that lead to one place.
     *
     * @param used of them, by connections and what is left of them
     * @param ports that there are
     */
    record Destination(IpAddress from, IpAddress to, int port, int used, int ports) {

        double share() {
            return (double) used / ports;
        }

        /** {@code 127.0.0.1 to 127.0.0.1:5432}. */
        String text() {
            return from.text() + " to " + to.urlText() + ":" + port;
        }
    }

    /** Connections that their peers have closed, and a process has not. */
    record Leak(String holder, int connections) {}

    /** Ports for clients, and whether so many sockets are there that one destination may have used half of them. */
    List<Destination> crowded() throws IOException {
        EphemeralPorts range = EphemeralPorts.read(root);
        int ports = range.size() - ReservedPorts.read(root).countIn(range);
        if (2L * sockets() < ports) {
            return List.of();
        }
        Map<Destination, Integer> counts = new HashMap<>();
        for (Connection connection : Connection.ask(SockDiagRequest.CONNECTED)) {
            if (range.contains(connection.localPort())) {
                var where = new Destination(connection.local(), connection.remote(), connection.remotePort(), 0, ports);
                counts.merge(where, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(count -> new Destination(
                        count.getKey().from(),
                        count.getKey().to(),
                        count.getKey().port(),
                        count.getValue(),
                        ports))
                .filter(destination -> destination.share() > 0.5)
                .toList();
    }

    /** All TCP sockets of this network namespace, those in TIME_WAIT included. */
    private long sockets() throws IOException {
        long sum = 0;
        for (String table : List.of("net/sockstat", "net/sockstat6")) {
            if (Files.exists(root.ofProcess(table))) {
                try (Reader reader = Files.newBufferedReader(root.ofProcess(table))) {
                    sum += parseSockets(reader);
                }
            }
        }
        return sum;
    }

    /** The lines {@code TCP: inuse 5 orphan 0 tw 9 …} and {@code TCP6: inuse 3}. */
    static long parseSockets(Reader table) {
        long sum = 0;
        for (String line : new BufferedReader(table).lines().toList()) {
            Matcher number = NUMBER.matcher(line);
            while (line.startsWith("TCP") && number.find()) {
                sum += Long.parseLong(number.group(2));
            }
        }
        return sum;
    }

    /**
     * Processes that hold more than a hundred connections which their peers have closed, and no fewer than at the last
     * look: one that is about to close them is no leak.
     *
     * @param established how many there are in the states ESTABLISHED and CLOSE_WAIT together
     */
    List<Leak> leaks(long established) throws IOException {
        List<Connection> given = established <= MANY ? List.of() : Connection.ask(SockDiagRequest.CLOSE_WAIT);
        if (given.size() <= MANY) {
            before = Map.of();
            return List.of();
        }
        var known = holders.of(given.stream().map(Connection::inode).collect(Collectors.toSet()));
        Map<String, Integer> counts = new HashMap<>();
        given.forEach(connection -> counts.merge(UdpDrops.holder(known, connection.inode()), 1, Integer::sum));
        Map<String, Integer> last = before;
        before = counts;
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > MANY)
                .filter(count -> last.getOrDefault(count.getKey(), Integer.MAX_VALUE) <= count.getValue())
                .map(count -> new Leak(count.getKey(), count.getValue()))
                .toList();
    }
}
