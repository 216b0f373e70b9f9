package dev.homeport.interfaces.source;

import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkRequest;

/** Requests for dumps of rtnetlink(7). They need no privilege. */
enum RtnetlinkRequest {
    /** All interfaces, without counters, so that the answer stays the same while nothing changes. */
    LINKS,
    /** All addresses of both families. */
    ADDRESSES,
    /** What is for this machine itself. */
    LOCAL_ROUTES,
    /** Where everything else goes. */
    MAIN_ROUTES;

    static final int RTM_NEWLINK = 16;
    static final int RTM_NEWADDR = 20;
    static final int RTM_NEWROUTE = 24;

    static final int TABLE_LOCAL = 255;
    static final int TABLE_MAIN = 254;

    private static final short RTM_GETLINK = 18;
    private static final short RTM_GETADDR = 22;
    private static final short RTM_GETROUTE = 26;
    private static final short IFLA_EXT_MASK = 29;
    private static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    byte[] bytes() {
        return switch (this) {
            // ifinfomsg of 16 bytes, and one attribute
            case LINKS ->
                NetlinkRequest.dump(RTM_GETLINK, 24)
                        .position(NetlinkDump.HEADER + 16)
                        .putShort((short) 8)
                        .putShort(IFLA_EXT_MASK)
                        .putInt(RTEXT_FILTER_SKIP_STATS)
                        .array();
            // ifaddrmsg of 8 bytes
            case ADDRESSES -> NetlinkRequest.dump(RTM_GETADDR, 8).array();
            case LOCAL_ROUTES -> routes(TABLE_LOCAL);
            case MAIN_ROUTES -> routes(TABLE_MAIN);
        };
    }

    /** {@code rtmsg} of 12 bytes, whose fifth is the table. */
    private static byte[] routes(int table) {
        return NetlinkRequest.dump(RTM_GETROUTE, 12)
                .put(NetlinkDump.HEADER + 4, (byte) table)
                .array();
    }
}
