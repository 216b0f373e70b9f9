package dev.homeport.sockets.source;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.kernel.SockDiagRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the sockets of a sock_diag dump that wait for somebody, or are bound. One without a port is passed over. */
final class SockDiagParser {

    private static final int TCP_LISTEN = 10;

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
        SockDiagRow.forEach(messages, row -> {
            if (row.localPort() != 0) {
                rows.add(row(row));
            }
        });
        return rows;
    }

    private SocketRow row(SockDiagRow row) {
        boolean listens = protocol == Protocol.UDP || row.state() == TCP_LISTEN;
        String device = row.device() == 0 ? null : deviceName.apply(row.device());
        IpAddress address = address(row.localAddress(), device);
        Boolean v6only = row.family() == IpFamily.IPV6 ? row.v6only().orElse(null) : null;
        return new SocketRow(
                protocol,
                listens,
                SocketFamily.of(address, v6only),
                address,
                row.localPort(),
                v6only,
                device,
                protocol == Protocol.TCP && listens ? new AcceptQueue(row.receiveQueue(), row.sendQueue()) : null,
                new SocketInode(row.inode(), row.uid(), row.cookie()),
                List.of());
    }

    /** The kernel keeps the zone of a link-local address as the device to which the socket is bound. */
    private static IpAddress address(IpAddress bind, @Nullable String device) {
        boolean isScoped = bind.family() == IpFamily.IPV6 && bind.addressClass() == AddressClass.LINK_LOCAL;
        return device != null && isScoped ? bind.withZone(device) : bind;
    }
}
