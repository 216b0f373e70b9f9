package dev.homeport.interfaces.source;

import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads interfaces: an {@code ifinfomsg} of 16 bytes each and attributes ({@code linux/if_link.h}). */
final class LinkParser {

    private static final int FIXED_PART = 16;
    private static final int INDEX = 4;
    private static final int FLAGS = 8;

    private static final int IFF_UP = 0x1;
    private static final int IFF_LOOPBACK = 0x8;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_QDISC = 6;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_OPERSTATE = 16;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_INFO_KIND = 1;

    private LinkParser() {}

    static List<LinkRow> parse(ByteBuffer messages) {
        return RtnetlinkValue.rows(messages, RtnetlinkRequest.RTM_NEWLINK, FIXED_PART, LinkParser::link);
    }

    private static Optional<LinkRow> link(NetlinkMessage message) {
        Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
        int flags = message.payload().getInt(FLAGS);
        boolean isLoopback = (flags & IFF_LOOPBACK) != 0;
        String name = RtnetlinkValue.text(attributes.get(IFLA_IFNAME));
        if (name == null) {
            return Optional.empty();
        }
        Integer state = RtnetlinkValue.number(attributes.get(IFLA_OPERSTATE));
        ByteBuffer info = attributes.get(IFLA_LINKINFO);
        return Optional.of(new LinkRow(
                message.payload().getInt(INDEX),
                name,
                isLoopback,
                (flags & IFF_UP) != 0,
                state == null ? LinkState.UNKNOWN : LinkState.ofLinux(state),
                RtnetlinkValue.number(attributes.get(IFLA_MTU)),
                isLoopback ? null : RtnetlinkValue.mac(attributes.get(IFLA_ADDRESS)),
                info == null
                        ? null
                        : RtnetlinkValue.text(NetlinkMessage.nested(info).get(IFLA_INFO_KIND)),
                RtnetlinkValue.number(attributes.get(IFLA_MASTER)),
                RtnetlinkValue.text(attributes.get(IFLA_QDISC))));
    }
}
