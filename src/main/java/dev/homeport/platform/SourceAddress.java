package dev.homeport.platform;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/**
 * The address that this machine would send from, as {@code getaddrinfo} finds it out to order addresses (RFC 6724): a
 * UDP socket is connected, which makes the kernel look at its routes, and nothing is sent.
 */
public final class SourceAddress {

    /** Any will do: no packet ever leaves for it. */
    private static final int PORT = 9;

    private SourceAddress() {}

    /** Empty when there is no way there. */
    public static Optional<IpAddress> towards(IpAddress to) {
        boolean ipv4 = to.family() == IpFamily.IPV4 || to.isMapped();
        IpAddress plain = to.unmapped();
        if (plain.isUnspecified()) {
            // Java would look up the machine's name instead.
            return towards(ipv4 ? IpAddress.IPV4_LOOPBACK : IpAddress.IPV6_LOOPBACK);
        } else if (plain.family() == IpFamily.IPV6
                && plain.zone() == null
                && plain.addressClass() == AddressClass.LINK_LOCAL) {
            // The kernel takes no link-local address without its interface; Java would choose one.
            return Optional.empty();
        }
        try (DatagramChannel channel =
                DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6)) {
            channel.connect(new InetSocketAddress(JavaAddress.of(plain), PORT));
            InetSocketAddress from = (InetSocketAddress) channel.getLocalAddress();
            IpAddress source = IpAddress.of(from.getAddress().getAddress());
            return Optional.of(to.isMapped() ? source.mapped() : source);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
