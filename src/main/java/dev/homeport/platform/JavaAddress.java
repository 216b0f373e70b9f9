package dev.homeport.platform;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;

/** Turns an {@link IpAddress} into what Java's sockets take. */
public final class JavaAddress {

    private static final int NO_SCOPE = -1;

    private JavaAddress() {}

    /** @throws IOException when there is no such interface as its zone names */
    public static InetAddress of(IpAddress address) throws IOException {
        String zone = address.zone();
        if (address.family() == IpFamily.IPV4) {
            return InetAddress.getByAddress(address.bytes());
        } else if (zone == null) {
            return Inet6Address.getByAddress(null, address.bytes(), NO_SCOPE);
        } else if (zone.matches("\\d{1,9}")) {
            return Inet6Address.getByAddress(null, address.bytes(), Integer.parseInt(zone));
        }
        NetworkInterface network = NetworkInterface.getByName(zone);
        if (network == null) {
            throw new IOException("Cannot assign requested address: there is no interface " + zone);
        }
        return Inet6Address.getByAddress(null, address.bytes(), network);
    }
}
