package dev.homeport.containers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An application for containers: listens on an address and a port, and says a word to whoever connects. */
final class Application {

    static final String WORD = "hello";

    private Application() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress address = InetAddress.getByName(arguments[0]);
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[1]), 5, address)) {
            serve(server);
        }
    }

    /** Until it is closed. */
    static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(WORD.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // A client that went away, or the end.
            }
        }
    }
}
