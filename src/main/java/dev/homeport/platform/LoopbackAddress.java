package dev.homeport.platform;

import dev.homeport.net.IpFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * The two loopback addresses, and whether this process can use them, tried by binding (DOMAIN R5.6 and R5.20 list why
 * it may not).
 */
public final class LoopbackAddress {

    private static final byte[] IPV4 = {127, 0, 0, 1};
    private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private LoopbackAddress() {}

    /** {@code 127.0.0.1} or {@code ::1}. */
    public static InetAddress of(IpFamily family) {
        try {
            return InetAddress.getByAddress(family == IpFamily.IPV4 ? IPV4 : IPV6);
        } catch (IOException e) {
            throw new UncheckedIOException("4 and 16 bytes are an address", e);
        }
    }

    /** What the system says against the one of {@code family}; empty when it can be used. */
    public static Optional<String> obstacle(IpFamily family) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(of(family), 0));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
