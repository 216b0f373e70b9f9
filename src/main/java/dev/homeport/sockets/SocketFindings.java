package dev.homeport.sockets;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.AcceptQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with sockets by themselves. */
@Component
class SocketFindings implements Findings {

    private final CachedCollector<ListeningSockets> sockets;

    SocketFindings(CachedCollector<ListeningSockets> sockets) {
        this.sockets = sockets;
    }

    @Override
    public List<Finding> now() {
        return sockets.snapshot().reading().latest().map(SocketFindings::of).orElse(List.of());
    }

    @Override
    public List<Reading<?>> readings() {
        return List.of(sockets.snapshot().reading());
    }

    static List<Finding> of(ListeningSockets all) {
        return all.sockets().stream()
                .filter(ListeningSocket::isFull)
                .map(SocketFindings::full)
                .toList();
    }

    /** DOMAIN R2.7. */
    private static Finding full(ListeningSocket socket) {
        AcceptQueue queue = socket.acceptQueue();
        String text = queue == null ? "" : queue.text();
        return new Finding(
                "accept-queue-full",
                Severity.ERROR,
                socket.holder() + ", TCP port " + socket.port(),
                "The accept queue of " + socket.holder() + " on TCP port " + socket.port() + " is full (" + text
                        + "): new connections are turned away.",
                "The program does not accept the connections that wait for it: it is stopped, deadlocked or overloaded. Clients "
                        + "wait until they time out.",
                List.of(new Evidence(
                        "tcp " + socket.bind() + ", " + text + " connections wait", "ss -ltn (Recv-Q and Send-Q)")),
                fix(socket),
                "/sockets?port=" + socket.port() + "&open=" + socket.id() + "#" + socket.id());
    }

    private static Fix fix(ListeningSocket socket) {
        String note =
                "shows what the program is doing; a stopped one (T) goes on with kill -CONT, a stuck one has to be "
                        + "started again";
        return socket.owner()
                .primary()
                .map(process -> new Fix("ps -o pid,stat,wchan,cmd -p " + process.pid(), note))
                .orElse(Fix.note("Look at what the program is doing; a stuck one has to be started again."));
    }
}
