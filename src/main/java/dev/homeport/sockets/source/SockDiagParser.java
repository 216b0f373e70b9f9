package dev.homeport.sockets.source;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.NetlinkMessage;
import dev.homeport.platform.SockDiagRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a sock_diag dump: an {@code inet_diag_msg} of 72 bytes each, followed by attributes
 * ({@code linux/inet_diag.h}). Numbers are in the order of the machine, ports and addresses in that of the network. A
 * message that is too short or of another family is passed over.
 */
final class SockDiagParser {

    private static final int TCP_LISTEN = 10;
    private static final int INET_DIAG_SKV6ONLY = 11;

    private static final int STATE = 1;
    private static final int SOURCE_PORT = 4;
    private static final int SOURCE_ADDRESS = 8;
    private static final int DEVICE = 40;
    private static final int COOKIE = 44;
    private static final int RECEIVE_QUEUE = 56;
    private static final int SEND_QUEUE = 60;
    private static final int UID = 64;
    private static final int INODE = 68;
    private static final int ATTRIBUTES = 72;

    private final Protocol protocol;
    private final IntFunction<String> deviceName;

    /** @param deviceName the name of the interface with an index */
    SockDiagParser(Protocol protocol, IntFunction<String> deviceName) {
        this.protocol = protocol;
        this.deviceName = deviceName;
    }

    /** The sockets in {@code messages}, in their order. */
    List<SocketRow> parse(ByteBuffer messages) {
        List<SocketRow> rows = new ArrayList<>();
        NetlinkMessage.forEach(messages, message -> {
            if (isRow(message.type()) && message.payload().limit() >= ATTRIBUTES) {
                row(message).ifPresent(rows::add);
            }
        });
        return rows;
    }

    private static boolean isRow(int type) {
        return type == SockDiagRequest.SOCK_DIAG_BY_FAMILY || type == SockDiagRequest.TCPDIAG_GETSOCK;
    }

    private Optional<SocketRow> row(NetlinkMessage whole) {
        ByteBuffer message = whole.payload();
        int family = message.get(0);
        int port = Short.toUnsignedInt(bigEndian(message).getShort(SOURCE_PORT));
        if (family != SockDiagRequest.AF_INET && family != SockDiagRequest.AF_INET6 || port == 0) {
            return Optional.empty();
        }
        boolean ipv6 = family == SockDiagRequest.AF_INET6;
        boolean listens = protocol == Protocol.UDP || message.get(STATE) == TCP_LISTEN;
        String device = device(message.getInt(DEVICE));
        IpAddress address = address(message, ipv6, device);
        Boolean v6only = ipv6 ? v6only(whole) : null;
        return Optional.of(new SocketRow(
                protocol,
                listens,
                SocketFamily.of(address, v6only),
                address,
                port,
                v6only,
                device,
                protocol == Protocol.TCP && listens
                        ? new AcceptQueue(message.getInt(RECEIVE_QUEUE), message.getInt(SEND_QUEUE))
                        : null,
                new SocketInode(
                        Integer.toUnsignedLong(message.getInt(INODE)),
                        Integer.toUnsignedLong(message.getInt(UID)),
                        message.getLong(COOKIE)),
                List.of()));
    }

    private @Nullable String device(int index) {
        return index == 0 ? null : deviceName.apply(index);
    }

    /** The kernel keeps the zone of a link-local address as the device to which the socket is bound. */
    private static IpAddress address(ByteBuffer message, boolean ipv6, @Nullable String device) {
        ByteBuffer bytes = bigEndian(message);
        if (!ipv6) {
            return IpAddress.ipv4(bytes.getInt(SOURCE_ADDRESS));
        }
        IpAddress address = IpAddress.ipv6(bytes.getLong(SOURCE_ADDRESS), bytes.getLong(SOURCE_ADDRESS + Long.BYTES));
        return device != null && address.addressClass() == AddressClass.LINK_LOCAL ? address.withZone(device) : address;
    }

    private static ByteBuffer bigEndian(ByteBuffer message) {
        return message.duplicate().order(ByteOrder.BIG_ENDIAN);
    }

    private static @Nullable Boolean v6only(NetlinkMessage message) {
        ByteBuffer value = message.attributes(ATTRIBUTES).get(INET_DIAG_SKV6ONLY);
        return value == null || value.limit() == 0 ? null : value.get(0) != 0;
    }
}
