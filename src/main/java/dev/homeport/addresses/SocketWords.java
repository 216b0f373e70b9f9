package dev.homeport.addresses;

import dev.homeport.finding.Evidence;
import dev.homeport.sockets.ListeningSocket;

/** How findings speak of a socket. */
final class SocketWords {

    private SocketWords() {}

    /** Who listens, as a part of a sentence. */
    static String who(ListeningSocket socket) {
        return socket.owner().who();
    }

    /** The same at the start of one; the name of a program stays as it is. */
    static String whoAtStart(ListeningSocket socket) {
        return socket.owner().atStart(who(socket));
    }

    /** {@code TCP port 80}. */
    static String port(ListeningSocket socket) {
        return socket.protocol().name() + " port " + socket.port();
    }

    /** {@code nginx, TCP port 80}. */
    static String subject(ListeningSocket socket) {
        return socket.holder() + ", " + port(socket);
    }

    static Evidence evidence(ListeningSocket socket) {
        String device = socket.device() == null ? "" : " on the device " + socket.device();
        String pid = socket.owner()
                .primary()
                .map(process -> ", pid " + process.pid())
                .orElse("");
        return new Evidence(
                socket.protocol().text() + " " + socket.bind() + device + ", " + socket.holder() + pid,
                "listening sockets");
    }

    /** The page that shows who can reach it. */
    static String link(ListeningSocket socket) {
        return "/addresses?port=" + socket.port() + "&open=" + socket.id() + "#" + socket.id();
    }
}
