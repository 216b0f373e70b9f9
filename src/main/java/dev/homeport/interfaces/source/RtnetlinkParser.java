package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NetlinkMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of rtnetlink dumps ({@code linux/if_link.h}, {@code linux/if_addr.h}, {@code linux/rtnetlink.h}):
 * a fixed part each, followed by attributes. Messages that are too short or of another family are passed over.
 */
final class RtnetlinkParser {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int IFF_UP = 0x1;
    private static final int IFF_LOOPBACK = 0x8;
    private static final int RTM_F_CLONED = 0x200;

    private RtnetlinkParser() {}

    static List<LinkRow> links(ByteBuffer messages) {
        return rows(messages, RtnetlinkRequest.RTM_NEWLINK, 16, RtnetlinkParser::link);
    }

    static List<AddressRow> addresses(ByteBuffer messages) {
        return rows(messages, RtnetlinkRequest.RTM_NEWADDR, 8, RtnetlinkParser::address);
    }

    /** @param interfaceName the name of the interface with an index */
    static List<Route> routes(ByteBuffer messages, IntFunction<String> interfaceName) {
        return rows(messages, RtnetlinkRequest.RTM_NEWROUTE, 12, message -> route(message, interfaceName));
    }

    private static <T> List<T> rows(
            ByteBuffer messages, int type, int fixedPart, Function<NetlinkMessage, Optional<T>> row) {
        List<T> rows = new ArrayList<>();
        NetlinkMessage.forEach(messages, message -> {
            if (message.type() == type && message.payload().limit() >= fixedPart) {
                row.apply(message).ifPresent(rows::add);
            }
        });
        return rows;
    }

    /** {@code ifinfomsg}: family, padding, type of hardware, index, flags, changes. */
    private static Optional<LinkRow> link(NetlinkMessage message) {
        Map<Integer, ByteBuffer> attributes = message.attributes(16);
        int flags = message.payload().getInt(8);
        boolean isLoopback = (flags & IFF_LOOPBACK) != 0;
        String name = string(attributes.get(3));
        if (name == null) {
            return Optional.empty();
        }
        Integer state = number(attributes.get(16));
        ByteBuffer info = attributes.get(18);
        return Optional.of(new LinkRow(
                message.payload().getInt(4),
                name,
                isLoopback,
                (flags & IFF_UP) != 0,
                state == null ? LinkState.UNKNOWN : LinkState.ofLinux(state),
                number(attributes.get(4)),
                isLoopback ? null : mac(attributes.get(1)),
                info == null ? null : string(NetlinkMessage.nested(info).get(1)),
                number(attributes.get(10)),
                string(attributes.get(6))));
    }

    /** {@code ifaddrmsg}: family, length of prefix, flags, scope, index. */
    private static Optional<AddressRow> address(NetlinkMessage message) {
        int family = message.payload().get(0);
        Map<Integer, ByteBuffer> attributes = message.attributes(8);
        // The attribute ADDRESS is the other end where there is one, and LOCAL this one.
        IpAddress address = ip(attributes.get(1), family);
        IpAddress local = ip(attributes.get(2), family);
        IpAddress own = local == null ? address : local;
        if (own == null) {
            return Optional.empty();
        }
        Integer allFlags = number(attributes.get(8));
        int flags = allFlags == null ? message.payload().get(2) : allFlags;
        return Optional.of(new AddressRow(
                message.payload().getInt(4),
                own,
                Byte.toUnsignedInt(message.payload().get(1)),
                own.equals(address) ? null : address,
                family == AF_INET6 ? AddressMark.ofIpv6(flags) : Set.of()));
    }

    /** {@code rtmsg}: family, lengths of destination and source, service, table, protocol, scope, type, flags. */
    private static Optional<Route> route(NetlinkMessage message, IntFunction<String> interfaceName) {
        ByteBuffer fixed = message.payload();
        int family = fixed.get(0);
        Map<Integer, ByteBuffer> attributes = message.attributes(12);
        Integer wideTable = number(attributes.get(15));
        int table = wideTable == null ? Byte.toUnsignedInt(fixed.get(4)) : wideTable;
        boolean isOurs = table == RtnetlinkRequest.TABLE_LOCAL || table == RtnetlinkRequest.TABLE_MAIN;
        if (family != AF_INET && family != AF_INET6 || !isOurs || (fixed.getInt(8) & RTM_F_CLONED) != 0) {
            return Optional.empty();
        }
        IpAddress destination = ip(attributes.get(1), family);
        IpAddress any = family == AF_INET ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0);
        NextHop hop = NextHop.of(attributes, family);
        Integer metric = number(attributes.get(6));
        return Optional.of(new Route(
                table == RtnetlinkRequest.TABLE_LOCAL,
                type(fixed.get(7)),
                destination == null ? any : destination,
                Byte.toUnsignedInt(fixed.get(1)),
                hop.gateway(),
                hop.index() == null ? null : interfaceName.apply(hop.index()),
                metric == null ? null : Integer.toUnsignedLong(metric)));
    }

    /** Where a route leads; of several next hops, the first. */
    private record NextHop(
            @Nullable IpAddress gateway, @Nullable Integer index) {

        static NextHop of(Map<Integer, ByteBuffer> attributes, int family) {
            ByteBuffer several = attributes.get(9);
            if (several != null && several.limit() >= 8) {
                // rtnexthop: length, flags, hops, index, and attributes of its own
                int length = Math.min(several.limit(), Short.toUnsignedInt(several.getShort(0)));
                ByteBuffer own = several.slice(8, Math.max(0, length - 8)).order(several.order());
                return new NextHop(gateway(NetlinkMessage.nested(own), family), several.getInt(4));
            }
            return new NextHop(gateway(attributes, family), number(attributes.get(4)));
        }

        /** VIA names a gateway of the other family: IPv4 over an IPv6 next hop. */
        private static @Nullable IpAddress gateway(Map<Integer, ByteBuffer> attributes, int family) {
            ByteBuffer via = attributes.get(18);
            if (via != null && via.limit() > 2) {
                return ip(via.slice(2, via.limit() - 2), via.getShort(0));
            }
            return ip(attributes.get(5), family);
        }
    }

    private static Route.Type type(int number) {
        return switch (number) {
            case 1 -> Route.Type.UNICAST;
            case 2 -> Route.Type.LOCAL;
            case 3 -> Route.Type.BROADCAST;
            case 4 -> Route.Type.ANYCAST;
            case 5 -> Route.Type.MULTICAST;
            case 6 -> Route.Type.BLACKHOLE;
            case 7 -> Route.Type.UNREACHABLE;
            case 8 -> Route.Type.PROHIBIT;
            case 9 -> Route.Type.THROW;
            default -> Route.Type.OTHER;
        };
    }

    private static @Nullable IpAddress ip(@Nullable ByteBuffer value, int family) {
        int length = family == AF_INET ? 4 : 16;
        if (value == null || value.limit() < length) {
            return null;
        }
        byte[] bytes = new byte[length];
        value.get(0, bytes);
        return IpAddress.of(bytes);
    }

    /** A number of one or four bytes. */
    private static @Nullable Integer number(@Nullable ByteBuffer value) {
        if (value == null || value.limit() == 0) {
            return null;
        }
        return value.limit() < Integer.BYTES ? value.get(0) : value.getInt(0);
    }

    private static @Nullable String string(@Nullable ByteBuffer value) {
        if (value == null) {
            return null;
        }
        byte[] bytes = new byte[value.limit()];
        value.get(0, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return HostileText.clean(end < 0 ? text : text.substring(0, end));
    }

    /** Six bytes; a tunnel has an IP address here, or nothing. */
    private static @Nullable String mac(@Nullable ByteBuffer value) {
        if (value == null || value.limit() != 6) {
            return null;
        }
        byte[] bytes = new byte[6];
        value.get(0, bytes);
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
