package dev.homeport.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A connection to Homeport that stays open, as a browser's: what is asked over it needs no new descriptor. */
final class OpenConnection {

    private final Socket socket;
    private final BufferedReader in;

    OpenConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** The statuses of the answers to HEAD for each of these: pages are drawn for it, and not sent. */
    String statuses(Collection<String> paths) throws IOException {
        Set<String> statuses = new TreeSet<>();
        for (String path : paths) {
            statuses.add(status(path));
        }
        return String.join(" ", statuses);
    }

    private String status(String path) throws IOException {
        socket.getOutputStream()
                .write(("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String status = in.readLine();
        String line = status;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return status == null ? "none" : status.split(" ")[1];
    }
}
