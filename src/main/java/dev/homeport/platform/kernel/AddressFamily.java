package dev.homeport.platform.kernel;

import dev.homeport.net.IpFamily;
import java.util.Optional;

/** The numbers by which Linux names families of addresses ({@code linux/socket.h}). */
public final class AddressFamily {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private AddressFamily() {}

    public static int number(IpFamily family) {
        return family == IpFamily.IPV4 ? AF_INET : AF_INET6;
    }

    /** Empty for a family that is none of IP. */
    public static Optional<IpFamily> of(int number) {
        return switch (number) {
            case AF_INET -> Optional.of(IpFamily.IPV4);
            case AF_INET6 -> Optional.of(IpFamily.IPV6);
            default -> Optional.empty();
        };
    }
}
