package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.proc.ProcNetRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the rows of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} that listen. The
 * first line is a header; whatever after it is no row is passed over and counted.
 */
final class ProcNetParser {

    private static final int LISTEN = 0x0A;
    private static final int UNCONNECTED = 0x07;

    private final Protocol protocol;
    private final IpFamily family;
    private final ByteOrder order;

    ProcNetParser(Protocol protocol, IpFamily family) {
        this(protocol, family, ByteOrder.nativeOrder());
    }

    /** @param order of the machine that wrote the table: addresses are printed as its numbers (R2.3) */
    ProcNetParser(Protocol protocol, IpFamily family, ByteOrder order) {
        this.protocol = protocol;
        this.family = family;
        this.order = order;
    }

    /** @return how many lines after the header are no rows */
    int parse(BufferedReader table, Consumer<SocketRow> rows) throws IOException {
        table.readLine();
        int bad = 0;
        for (String line = table.readLine(); line != null; line = table.readLine()) {
            try {
                row(line).ifPresent(rows);
            } catch (IllegalArgumentException e) {
                bad++;
            }
        }
        return bad;
    }

    /** @throws IllegalArgumentException when the line is no row; a row that does not listen is empty */
    private Optional<SocketRow> row(String line) {
        ProcNetRow row = new ProcNetRow(line);
        boolean waits =
                protocol == Protocol.TCP ? row.state() == LISTEN : row.state() == UNCONNECTED && row.remotePort() == 0;
        return waits && row.localPort() != 0 ? Optional.of(row(row)) : Optional.empty();
    }

    private SocketRow row(ProcNetRow row) {
        IpAddress address = row.localAddress(order);
        if (address.family() != family) {
            throw new IllegalArgumentException("no address of this family");
        }
        Boolean v6only = SocketFamily.impliedV6only(address);
        return new SocketRow(
                protocol,
                true,
                SocketFamily.of(address, v6only),
                address,
                row.localPort(),
                v6only,
                null,
                protocol == Protocol.TCP ? new AcceptQueue(row.receiveQueue(), null) : null,
                new SocketInode(row.inode(), row.uid(), null),
                List.of());
    }
}
