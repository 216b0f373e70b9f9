package dev.homeport.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Whether this process can use {@code ::1}, tried by binding it (DOMAIN R5.20 lists why it may not be there). */
public final class Ipv6Loopback {

    private static final byte[] ADDRESS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private Ipv6Loopback() {}

    /** What the system says against it; empty when {@code ::1} can be used. */
    public static Optional<String> obstacle() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), 0));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
