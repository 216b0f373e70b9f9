package dev.homeport.platform.kernel;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A request for all sockets of a protocol in certain states, sock_diag(7). The kernel filters, so that connections cost
 * nothing (DOMAIN R2.20). It needs no privilege (R2.21).
 *
 * @param family null for both at once, which only the older form of the request can ask, and only for TCP
 * @param states a bit for each state of {@code include/net/tcp_states.h}
 */
public record SockDiagRequest(Protocol protocol, @Nullable IpFamily family, int states) {

    /** Types of the messages: of the request and of each row in its answer. */
    public static final short SOCK_DIAG_BY_FAMILY = 20;

    public static final short TCPDIAG_GETSOCK = 18;

    /** A UDP socket without a peer is in TCP's state CLOSE. */
    public static final int UNCONNECTED = 1 << 7;

    public static final int LISTEN = 1 << 10;

    /** Connections, whole and half: every state but those of sockets that listen, or do nothing. */
    public static final int CONNECTED =
            1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 11 | 1 << 12;

    /** The other side has closed, and the program here has not (state 8). */
    public static final int CLOSE_WAIT = 1 << 8;

    /** A bit that kernels before 6.8 do not know and pass over: TCP sockets that are bound and do nothing (R1.42). */
    public static final int BOUND_INACTIVE = 1 << 13;

    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int SOCKET_ID = 48;

    public byte[] bytes() {
        return family == null ? ofBothFamilies() : of(family);
    }

    /** {@code inet_diag_req_v2}. */
    private byte[] of(IpFamily only) {
        return NetlinkRequest.dump(SOCK_DIAG_BY_FAMILY, 8 + SOCKET_ID)
                .put((byte) AddressFamily.number(only))
                .put((byte) (protocol == Protocol.TCP ? IPPROTO_TCP : IPPROTO_UDP))
                .putShort((short) 0)
                .putInt(states)
                .array();
    }

    /** {@code inet_diag_req}, whose family the kernel does not look at. */
    private byte[] ofBothFamilies() {
        ByteBuffer message =
                NetlinkRequest.dump(TCPDIAG_GETSOCK, 12 + SOCKET_ID).put((byte) AddressFamily.number(IpFamily.IPV4));
        return message.position(message.position() + 3 + SOCKET_ID)
                .putInt(states)
                .array();
    }
}
