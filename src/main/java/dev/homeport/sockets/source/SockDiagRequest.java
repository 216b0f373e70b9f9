package dev.homeport.sockets.source;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.NetlinkDump;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A request for all sockets of one family and protocol in certain states, {@code inet_diag_req_v2} of sock_diag(7). The
 * kernel filters, so that connections cost nothing (DOMAIN R2.20). It needs no privilege (R2.21).
 *
 * @param states a bit for each state of {@code include/net/tcp_states.h}
 */
record SockDiagRequest(Protocol protocol, IpFamily family, int states) {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    /** A UDP socket without a peer is in TCP's state CLOSE. */
    static final int UNCONNECTED = 1 << 7;

    static final int LISTEN = 1 << 10;

    /** A bit that kernels before 6.8 do not know and pass over: TCP sockets that are bound and do nothing (R1.42). */
    static final int BOUND_INACTIVE = 1 << 13;

    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short NLM_F_REQUEST_DUMP = 0x301;
    private static final int LENGTH = NetlinkDump.HEADER + 56;

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.nativeOrder())
                .putInt(LENGTH)
                .putShort(SOCK_DIAG_BY_FAMILY)
                .putShort(NLM_F_REQUEST_DUMP)
                .putInt(1)
                .putInt(0)
                .put((byte) (family == IpFamily.IPV4 ? AF_INET : AF_INET6))
                .put((byte) (protocol == Protocol.TCP ? IPPROTO_TCP : IPPROTO_UDP))
                .putShort((short) 0)
                .putInt(states)
                .array();
    }
}
