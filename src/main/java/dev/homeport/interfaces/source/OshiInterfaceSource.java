package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.Limit;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.NetworkParams;
import oshi.software.os.NetworkParams.IPRoute;

/**
 * Interfaces, addresses and routes through OSHI and {@link NetworkInterface}, on every operating system. Their
 * sentinels end here. Interfaces that have no address, it does not see on Linux (DOMAIN R7.8); one that is switched on and has
 * no carrier is not up to Java.
 */
final class OshiInterfaceSource implements InterfaceSource {

    static final String NAME = "oshi";

    private static final String NO_MAC = "00:00:00:00:00:00";

    private static final Limit LOCAL_ROUTES = new Limit(
            "The table of local routes",
            "OSHI does not read it: whether the system delivers a packet to itself is taken from the addresses alone.",
            "On Linux the kernel tells it (rtnetlink)");

    private final HardwareAbstractionLayer hardware;
    private final NetworkParams network;

    OshiInterfaceSource(HardwareAbstractionLayer hardware, NetworkParams network) {
        this.hardware = hardware;
        this.network = network;
    }

    @Override
    public InterfaceTable read() {
        List<LinkRow> links = new ArrayList<>();
        List<AddressRow> addresses = new ArrayList<>();
        for (NetworkIF card : hardware.getNetworkIFs(true)) {
            links.add(link(card));
            add(addresses, card.getIndex(), card.getIPv4addr(), card.getSubnetMasks());
            add(addresses, card.getIndex(), card.getIPv6addr(), card.getPrefixLengths());
        }
        List<Route> routes = network.getRoutes().stream()
                .map(OshiInterfaceSource::route)
                .filter(route -> !isLoopback(route, links))
                .toList();
        return new InterfaceTable(NAME, links, addresses, null, routes, List.of(LOCAL_ROUTES));
    }

    /** Linux ends its list of IPv6 routes with one to everywhere through loopback, which stands for "no route". */
    private static boolean isLoopback(Route route, List<LinkRow> links) {
        return links.stream().anyMatch(link -> link.isLoopback() && link.name().equals(route.interfaceName()));
    }

    private static LinkRow link(NetworkIF card) {
        NetworkInterface java = card.queryNetworkInterface();
        boolean isLoopback = ask(java, NetworkInterface::isLoopback);
        long mtu = card.getMTU();
        String mac = card.getMacaddr();
        return new LinkRow(
                card.getIndex(),
                HostileText.clean(card.getName()),
                isLoopback,
                ask(java, NetworkInterface::isUp),
                state(card.getIfOperStatus()),
                0 < mtu && mtu < Integer.MAX_VALUE ? (int) mtu : null,
                mac.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}") && !mac.equals(NO_MAC) ? mac : null,
                null,
                null,
                null);
    }

    private interface Question {
        boolean of(NetworkInterface java) throws SocketException;
    }

    /** An interface that went away meanwhile is neither up nor anything else. */
    private static boolean ask(NetworkInterface java, Question question) {
        try {
            return question.of(java);
        } catch (SocketException e) {
            return false;
        }
    }

    private static LinkState state(NetworkIF.IfOperStatus status) {
        return switch (status) {
            case UP -> LinkState.UP;
            case DOWN -> LinkState.DOWN;
            case TESTING -> LinkState.TESTING;
            case DORMANT -> LinkState.DORMANT;
            case NOT_PRESENT -> LinkState.NOT_PRESENT;
            case LOWER_LAYER_DOWN -> LinkState.LOWER_LAYER_DOWN;
            case UNKNOWN -> LinkState.UNKNOWN;
        };
    }

    private static void add(List<AddressRow> rows, int index, String[] addresses, Short[] prefixes) {
        for (int i = 0; i < addresses.length && i < prefixes.length; i++) {
            int prefix = prefixes[i];
            IpAddress.parse(addresses[i])
                    .map(IpAddress::withoutZone)
                    .ifPresent(address -> rows.add(new AddressRow(index, address, prefix, null, Set.of())));
        }
    }

    private static Route route(IPRoute route) {
        IpAddress gateway = route.isGateway() ? address(route.getGateway()) : null;
        IpAddress destination = address(route.getDestination());
        return new Route(
                false,
                Route.Type.UNICAST,
                destination == null ? IpAddress.ipv4(0) : destination,
                route.getPrefixLength(),
                gateway,
                route.getInterfaceName().isEmpty() ? null : HostileText.clean(route.getInterfaceName()),
                route.getMetric() < 0 ? null : route.getMetric());
    }

    private static @Nullable IpAddress address(byte[] bytes) {
        return bytes.length == 4 || bytes.length == 16 ? IpAddress.of(bytes) : null;
    }
}
