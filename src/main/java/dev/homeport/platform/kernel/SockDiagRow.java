package dev.homeport.platform.kernel;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A socket as a sock_diag dump tells it: an {@code inet_diag_msg} of 72 bytes, followed by attributes
 * ({@code linux/inet_diag.h}). Numbers are in the order of the machine, ports and addresses in that of the network; each is
 * read when it is asked for.
 */
public final class SockDiagRow {

    private static final int STATE = 1;
    private static final int LOCAL_PORT = 4;
    private static final int REMOTE_PORT = 6;
    private static final int LOCAL_ADDRESS = 8;
    private static final int REMOTE_ADDRESS = 24;
    private static final int DEVICE = 40;
    private static final int COOKIE = 44;
    private static final int RECEIVE_QUEUE = 56;
    private static final int SEND_QUEUE = 60;
    private static final int UID = 64;
    private static final int INODE = 68;
    private static final int LENGTH = 72;

    private static final int INET_DIAG_SKV6ONLY = 11;

    private final IpFamily family;
    private final NetlinkMessage whole;
    private final ByteBuffer message;
    private final ByteBuffer network;

    private SockDiagRow(IpFamily family, NetlinkMessage whole) {
        this.family = family;
        this.whole = whole;
        this.message = whole.payload();
        this.network = message.duplicate().order(ByteOrder.BIG_ENDIAN);
    }

    /** Hands over each row in {@code messages}; one that is too short, or of another family, is passed over. */
    public static void forEach(ByteBuffer messages, Consumer<SockDiagRow> consumer) {
        NetlinkMessage.forEach(messages, message -> {
            if (isRow(message)) {
                AddressFamily.of(message.payload().get(0))
                        .ifPresent(family -> consumer.accept(new SockDiagRow(family, message)));
            }
        });
    }

    private static boolean isRow(NetlinkMessage message) {
        boolean isOfSocket = message.type() == SockDiagRequest.SOCK_DIAG_BY_FAMILY
                || message.type() == SockDiagRequest.TCPDIAG_GETSOCK;
        return isOfSocket && message.payload().limit() >= LENGTH;
    }

    public IpFamily family() {
        return family;
    }

    /** A number of {@code include/net/tcp_states.h}. */
    public int state() {
        return message.get(STATE);
    }

    public IpAddress localAddress() {
        return address(LOCAL_ADDRESS);
    }

    public int localPort() {
        return Short.toUnsignedInt(network.getShort(LOCAL_PORT));
    }

    public IpAddress remoteAddress() {
        return address(REMOTE_ADDRESS);
    }

    public int remotePort() {
        return Short.toUnsignedInt(network.getShort(REMOTE_PORT));
    }

    private IpAddress address(int offset) {
        return family == IpFamily.IPV4
                ? IpAddress.ipv4(network.getInt(offset))
                : IpAddress.ipv6(network.getLong(offset), network.getLong(offset + Long.BYTES));
    }

    /** The index of the interface to which it is bound; 0 when it is to none. */
    public int device() {
        return message.getInt(DEVICE);
    }

    /** What the kernel tells it from all others by, as long as the machine runs. */
    public long cookie() {
        return message.getLong(COOKIE);
    }

    /** Of a listener, how many connections wait to be accepted. */
    public int receiveQueue() {
        return message.getInt(RECEIVE_QUEUE);
    }

    /** Of a listener, how many may wait. */
    public int sendQueue() {
        return message.getInt(SEND_QUEUE);
    }

    /** Of the user who made it. */
    public long uid() {
        return Integer.toUnsignedLong(message.getInt(UID));
    }

    /** 0 when no process has it any more. */
    public long inode() {
        return Integer.toUnsignedLong(message.getInt(INODE));
    }

    /** Whether it takes IPv6 alone; empty where the kernel does not tell. */
    public Optional<Boolean> v6only() {
        return Optional.ofNullable(whole.attributes(LENGTH).get(INET_DIAG_SKV6ONLY))
                .filter(value -> value.limit() > 0)
                .map(value -> value.get(0) != 0);
    }
}
