package dev.homeport.sockets;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.ReadingFindings;
import dev.homeport.finding.Severity;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.source.AcceptQueue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong with sockets by themselves. */
@Component
class SocketFindings extends ReadingFindings<ListeningSockets> {

    SocketFindings(CachedCollector<ListeningSockets> sockets) {
        super(sockets, SocketFindings::of);
    }

    static List<Finding> of(ListeningSockets all) {
        Stream<Finding> full =
                all.sockets().stream().filter(ListeningSocket::isFull).map(SocketFindings::full);
        Stream<Finding> conflicts = all.sharedPorts().values().stream()
                .distinct()
                .filter(SharedPort::isConflict)
                .filter(shared -> shared.holders() > 1)
                .map(SocketFindings::conflict);
        return Stream.concat(full, conflicts).toList();
    }

    /** DOMAIN R2.7. */
    private static Finding full(ListeningSocket socket) {
        AcceptQueue queue = socket.acceptQueue();
        String text = queue == null ? "" : queue.text();
        return new Finding(
                        "accept-queue-full",
                        Severity.ERROR,
                        socket.holder() + ", TCP port " + socket.port(),
                        "The accept queue of " + who(socket) + " on TCP port " + socket.port() + " is full (" + text
                                + "): new connections are turned away.",
                        "The program does not accept the connections that wait for it: it is stopped, deadlocked or overloaded. Clients "
                                + "wait until they time out.",
                        List.of(new Evidence(
                                "tcp " + socket.bind() + ", " + text + " connections wait",
                                "ss -ltn (Recv-Q and Send-Q)")),
                        fix(socket),
                        "/sockets?port=" + socket.port() + "&open=" + socket.id() + "#" + socket.id())
                .keepingFrom(socket.bind().text());
    }

    private static String who(ListeningSocket socket) {
        return socket.owner().primary().map(ProcessDetails::displayName).orElse("a hidden process");
    }

    /** R1.39. Several programs that hear the same group, as for mDNS, are bound like this on purpose. */
    private static Finding conflict(SharedPort shared) {
        ListeningSocket first = shared.sockets().get(0);
        return new Finding(
                "udp-shared",
                Severity.INFO,
                "UDP port " + first.port(),
                "Several programs are bound to the same UDP address and port, " + first.bind() + ".",
                String.valueOf(shared.sameBind()),
                shared.sockets().stream()
                        .map(socket ->
                                new Evidence("udp " + socket.bind() + ", " + socket.holder(), "listening sockets"))
                        .toList(),
                Fix.note(
                        "Where they hear a group (mDNS, SSDP) all is well. Otherwise end one of them, or give it another port."),
                "/sockets?port=" + first.port() + "&protocol=udp");
    }

    private static Fix fix(ListeningSocket socket) {
        String note =
                "shows what the program is doing; a stopped one (T) goes on with kill -CONT, a stuck one has to be "
                        + "started again";
        String pids = socket.owner().processes().stream()
                .map(process -> Integer.toString(process.pid()))
                .collect(Collectors.joining(","));
        return pids.isEmpty()
                ? Fix.note("Look at what the program is doing; a stuck one has to be started again.")
                : new Fix("ps -o pid,stat,wchan,cmd -p " + pids, note);
    }
}
