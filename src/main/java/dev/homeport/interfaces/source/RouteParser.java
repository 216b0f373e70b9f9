package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.kernel.AddressFamily;
import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes of the tables {@code local} and {@code main}: an {@code rtmsg} of 12 bytes each and attributes ({@code
 * linux/rtnetlink.h}).
 */
final class RouteParser {

    private static final int FIXED_PART = 12;
    private static final int DESTINATION_LENGTH = 1;
    private static final int NARROW_TABLE = 4;
    private static final int TYPE = 7;
    private static final int FLAGS = 8;
    private static final int RTM_F_CLONED = 0x200;

    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PRIORITY = 6;
    private static final int RTA_MULTIPATH = 9;
    private static final int RTA_TABLE = 15;
    private static final int RTA_VIA = 18;

    private RouteParser() {}

    /** @param interfaceName the name of the interface with an index */
    static List<Route> parse(ByteBuffer messages, IntFunction<String> interfaceName) {
        return RtnetlinkValue.rows(
                messages, RtnetlinkRequest.RTM_NEWROUTE, FIXED_PART, message -> route(message, interfaceName));
    }

    private static Optional<Route> route(NetlinkMessage message, IntFunction<String> interfaceName) {
        ByteBuffer fixed = message.payload();
        int family = fixed.get(0);
        Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
        Integer wideTable = RtnetlinkValue.number(attributes.get(RTA_TABLE));
        int table = wideTable == null ? Byte.toUnsignedInt(fixed.get(NARROW_TABLE)) : wideTable;
        boolean isOurs = table == RtnetlinkRequest.TABLE_LOCAL || table == RtnetlinkRequest.TABLE_MAIN;
        IpAddress any = AddressFamily.of(family).map(IpAddress::any).orElse(null);
        if (any == null || !isOurs || (fixed.getInt(FLAGS) & RTM_F_CLONED) != 0) {
            return Optional.empty();
        }
        IpAddress destination = RtnetlinkValue.ip(attributes.get(RTA_DST), family);
        NextHop hop = NextHop.of(attributes, family);
        Integer metric = RtnetlinkValue.number(attributes.get(RTA_PRIORITY));
        return Optional.of(new Route(
                table == RtnetlinkRequest.TABLE_LOCAL,
                Route.Type.ofLinux(fixed.get(TYPE)),
                destination == null ? any : destination,
                Byte.toUnsignedInt(fixed.get(DESTINATION_LENGTH)),
                hop.gateway(),
                hop.index() == null ? null : interfaceName.apply(hop.index()),
                metric == null ? null : Integer.toUnsignedLong(metric)));
    }

    /** Where a route leads; of several next hops, the first. */
    private record NextHop(
            @Nullable IpAddress gateway, @Nullable Integer index) {

        /** {@code rtnexthop}: length, flags, hops, index, and attributes of its own. */
        private static final int RTNEXTHOP = 8;

        static NextHop of(Map<Integer, ByteBuffer> attributes, int family) {
            ByteBuffer several = attributes.get(RTA_MULTIPATH);
            if (several != null && several.limit() >= RTNEXTHOP) {
                int length = Math.min(several.limit(), Short.toUnsignedInt(several.getShort(0)));
                ByteBuffer own = several.slice(RTNEXTHOP, Math.max(0, length - RTNEXTHOP))
                        .order(several.order());
                return new NextHop(gateway(NetlinkMessage.nested(own), family), several.getInt(4));
            }
            return new NextHop(gateway(attributes, family), RtnetlinkValue.number(attributes.get(RTA_OIF)));
        }

        /** RTA_VIA names a gateway of the other family, as for IPv4 over an IPv6 next hop. */
        private static @Nullable IpAddress gateway(Map<Integer, ByteBuffer> attributes, int family) {
            ByteBuffer via = attributes.get(RTA_VIA);
            if (via != null && via.limit() > 2) {
                return RtnetlinkValue.ip(via.slice(2, via.limit() - 2), via.getShort(0));
            }
            return RtnetlinkValue.ip(attributes.get(RTA_GATEWAY), family);
        }
    }
}
