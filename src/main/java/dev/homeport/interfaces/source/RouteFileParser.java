package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code /proc/<pid>/net/route} (IPv4, the table {@code main}) and {@code /proc/<pid>/net/ipv6_route} (all tables):
 * a route on each line, in columns, numbers in hexadecimal. A line that is none is passed over.
 */
final class RouteFileParser {

    private static final int RTF_UP = 0x1;
    private static final int RTF_GATEWAY = 0x2;
    private static final int RTF_REJECT = 0x200;
    private static final int RTF_CACHE = 0x0100_0000;
    private static final int RTF_ANYCAST = 0x0010_0000;
    private static final int RTF_LOCAL = 0x8000_0000;

    private static final IpAddress ANY_IPV6 = IpAddress.ipv6(0, 0);

    private RouteFileParser() {}

    /** @param lines with the heading, {@code Iface Destination Gateway Flags RefCnt Use Metric Mask …} */
    static List<Route> ipv4(List<String> lines) {
        return lines.stream()
                .skip(1)
                .flatMap(line -> ipv4(line.strip().split("\\s+")).stream())
                .toList();
    }

    private static Optional<Route> ipv4(String[] columns) {
        try {
            int flags = Integer.parseUnsignedInt(columns[3], 16);
            if ((flags & RTF_UP) == 0) {
                return Optional.empty();
            }
            boolean refused = (flags & RTF_REJECT) != 0;
            return Optional.of(new Route(
                    false,
                    refused ? Route.Type.UNREACHABLE : Route.Type.UNICAST,
                    address(columns[1]),
                    Integer.bitCount(Integer.parseUnsignedInt(columns[7], 16)),
                    (flags & RTF_GATEWAY) == 0 ? null : address(columns[2]),
                    refused ? null : columns[0],
                    Long.parseLong(columns[6])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The machine's number of the bytes of the network. */
    private static IpAddress address(String number) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        return IpAddress.of(bytes.putInt(Integer.parseUnsignedInt(number, 16)).array());
    }

    /** @param lines {@code destination length source length gateway metric references uses flags interface} */
    static List<Route> ipv6(List<String> lines) {
        return lines.stream()
                .flatMap(line -> ipv6(line.strip().split("\\s+")).stream())
                .toList();
    }

    private static Optional<Route> ipv6(String[] columns) {
        try {
            int flags = Integer.parseUnsignedInt(columns[8], 16);
            boolean counts = (flags & RTF_UP) != 0 && (flags & RTF_CACHE) == 0;
            if (!counts) {
                return Optional.empty();
            }
            boolean refused = (flags & RTF_REJECT) != 0;
            boolean local = (flags & (RTF_LOCAL | RTF_ANYCAST)) != 0;
            IpAddress gateway = IpAddress.of(HexFormat.of().parseHex(columns[4]));
            return Optional.of(new Route(
                    local,
                    type(flags, refused),
                    IpAddress.of(HexFormat.of().parseHex(columns[0])),
                    Integer.parseInt(columns[1], 16),
                    gateway.equals(ANY_IPV6) ? null : gateway,
                    refused ? null : columns[9],
                    Integer.toUnsignedLong(Integer.parseUnsignedInt(columns[5], 16))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Route.Type type(int flags, boolean refused) {
        if (refused) {
            return Route.Type.UNREACHABLE;
        } else if ((flags & RTF_ANYCAST) != 0) {
            return Route.Type.ANYCAST;
        }
        return (flags & RTF_LOCAL) != 0 ? Route.Type.LOCAL : Route.Type.UNICAST;
    }
}
