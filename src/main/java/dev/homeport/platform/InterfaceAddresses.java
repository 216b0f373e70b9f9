package dev.homeport.platform;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of this machine's interfaces through {@link NetworkInterface}. */
public final class InterfaceAddresses {

    private InterfaceAddresses() {}

    /** The addresses now. Without any interface (a namespace whose {@code lo} was never up) there are none. */
    public static LocalAddresses read() {
        return read(true);
    }

    /** The same without the broadcast addresses of subnets, which are nobody's own. */
    public static LocalAddresses readAssigned() {
        return read(false);
    }

    private static LocalAddresses read(boolean broadcast) {
        Map<IpAddress, String> interfaces = new HashMap<>();
        try {
            NetworkInterface.networkInterfaces()
                    .forEach(network -> network.getInterfaceAddresses().stream()
                            .filter(address -> address != null)
                            .forEach(address -> add(interfaces, network.getName(), address, broadcast)));
        } catch (SocketException e) {
            return new LocalAddresses(Map.of(), Set.of());
        }
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        interfaces.keySet().forEach(address -> families.add(address.family()));
        return new LocalAddresses(interfaces, families);
    }

    private static void add(
            Map<IpAddress, String> interfaces, String name, InterfaceAddress address, boolean broadcast) {
        add(interfaces, name, address.getAddress());
        if (broadcast) {
            add(interfaces, name, address.getBroadcast());
        }
    }

    private static void add(Map<IpAddress, String> interfaces, String name, @Nullable InetAddress address) {
        if (address != null) {
            interfaces.put(IpAddress.of(address.getAddress()), name);
        }
    }
}
