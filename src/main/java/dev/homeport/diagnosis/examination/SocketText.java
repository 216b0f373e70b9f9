package dev.homeport.diagnosis.examination;

import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.stream.Collectors;

/** Sockets in sentences and as evidence. */
public final class SocketText {

    private static final String SOURCE = "listening sockets";

    private SocketText() {}

    /** {@code node (pid 4711)}, at the start of a sentence. */
    public static String who(ListeningSocket socket) {
        return socket.owner().atStart(whoWithin(socket));
    }

    /** The same within one. */
    public static String whoWithin(ListeningSocket socket) {
        return socket.owner().whoWithPid();
    }

    /** {@code 127.0.0.1:3000 and [::1]:3000}. */
    public static String binds(List<ListeningSocket> sockets) {
        List<String> binds =
                sockets.stream().map(socket -> socket.bind().text()).distinct().toList();
        return binds.size() < 2
                ? String.join("", binds)
                : String.join(", ", binds.subList(0, binds.size() - 1)) + " and " + binds.get(binds.size() - 1);
    }

    /** {@code tcp 127.0.0.1:3000, node (pid 4711)}. */
    public static Observation evidence(ListeningSocket socket, String rule) {
        return new Observation(
                socket.protocol().text() + " " + socket.bind().text() + ", " + whoWithin(socket)
                        + (socket.acceptQueue() == null
                                ? ""
                                : ", accept queue " + socket.acceptQueue().text()),
                SOURCE,
                rule);
    }

    public static List<Observation> evidence(List<ListeningSocket> sockets, String rule) {
        return sockets.stream().map(socket -> evidence(socket, rule)).collect(Collectors.toList());
    }

    /** That nothing was found; or what was, beside it. */
    public static List<Observation> elsewhere(Target target, List<ListeningSocket> sockets) {
        return sockets.isEmpty() ? List.of(none(target, "R1.28")) : evidence(sockets, "R1.28");
    }

    /** That nothing was found. */
    public static Observation none(Target target, String rule) {
        return new Observation("nothing on " + target.protocol().text() + " port " + target.port(), SOURCE, rule);
    }
}
