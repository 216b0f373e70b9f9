package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Consumer;

/**
 * Reads the rows of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} that listen (DOMAIN R2.2 to
 * R2.10). A row is at least ten words; the header has other ones. Whatever is no such row is passed over and counted.
 */
final class ProcNetParser {

    private static final int LISTEN = 0x0A;
    private static final int UNCONNECTED = 0x07;
    private static final int WORDS = 10;

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
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() < WORDS) {
            throw new IllegalArgumentException("fewer than ten words");
        }
        words.nextToken();
        String local = words.nextToken();
        String remote = words.nextToken();
        int state = Integer.parseInt(words.nextToken(), 16);
        if (protocol == Protocol.TCP ? state != LISTEN : state != UNCONNECTED || port(remote) != 0) {
            return Optional.empty();
        }
        String queues = words.nextToken();
        words.nextToken();
        words.nextToken();
        long uid = Long.parseUnsignedLong(words.nextToken());
        words.nextToken();
        long inode = Long.parseUnsignedLong(words.nextToken());
        int port = port(local);
        return port == 0 ? Optional.empty() : Optional.of(row(address(local), port, queues, uid, inode));
    }

    private SocketRow row(IpAddress address, int port, String queues, long uid, long inode) {
        Boolean v6only = SocketFamily.impliedV6only(address);
        return new SocketRow(
                protocol,
                true,
                SocketFamily.of(address, v6only),
                address,
                port,
                v6only,
                null,
                protocol == Protocol.TCP ? queue(queues) : null,
                new SocketInode(inode, uid, null),
                List.of());
    }

    /** Of {@code tx:rx}, the latter (R2.6). */
    private static AcceptQueue queue(String queues) {
        return new AcceptQueue(Integer.parseUnsignedInt(queues.substring(queues.indexOf(':') + 1), 16), null);
    }

    /** {@code 0100007F:1F90}: 32-bit numbers of the machine, each the bytes of the network. */
    private IpAddress address(String endpoint) {
        byte[] printed = HexFormat.of().parseHex(endpoint.substring(0, Math.max(0, endpoint.indexOf(':'))));
        if (printed.length != (family == IpFamily.IPV4 ? 4 : 16)) {
            throw new IllegalArgumentException("no address of this family");
        }
        ByteBuffer numbers = ByteBuffer.wrap(printed);
        ByteBuffer bytes = ByteBuffer.allocate(printed.length).order(order);
        while (numbers.hasRemaining()) {
            bytes.putInt(numbers.getInt());
        }
        return IpAddress.of(bytes.array());
    }

    private static int port(String endpoint) {
        int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1), 16);
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no port");
        }
        return port;
    }
}
