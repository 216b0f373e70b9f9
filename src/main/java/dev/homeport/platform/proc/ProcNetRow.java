package dev.homeport.platform.proc;

import dev.homeport.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.StringTokenizer;

/**
 * A socket as a line of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} or {@code udp6} tells it (proc_pid_net(5), DOMAIN
 * R2.2 to R2.10): at least ten words, each read when it is asked for. What makes no sense is an
 * {@link IllegalArgumentException}.
 */
public final class ProcNetRow {

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;
    private static final int UID = 7;
    private static final int INODE = 9;
    private static final int DROPS = 12;
    private static final int FEWEST = 10;

    private final String[] words;

    /** @throws IllegalArgumentException when {@code line} has fewer words than any row */
    public ProcNetRow(String line) {
        StringTokenizer tokens = new StringTokenizer(line);
        words = new String[tokens.countTokens()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tokens.nextToken();
        }
        if (words.length < FEWEST) {
            throw new IllegalArgumentException("fewer than ten words");
        }
    }

    /**
     * {@code 0100007F:1F90}: 32-bit numbers of the machine, each the bytes of the network.
     *
     * @param order of the machine that wrote the table (R2.3)
     */
    public IpAddress localAddress(ByteOrder order) {
        String endpoint = words[LOCAL];
        byte[] printed = HexFormat.of().parseHex(endpoint.substring(0, Math.max(0, endpoint.indexOf(':'))));
        if (printed.length % Integer.BYTES != 0) {
            throw new IllegalArgumentException("no address");
        }
        ByteBuffer numbers = ByteBuffer.wrap(printed);
        ByteBuffer bytes = ByteBuffer.allocate(printed.length).order(order);
        while (numbers.hasRemaining()) {
            bytes.putInt(numbers.getInt());
        }
        return IpAddress.of(bytes.array());
    }

    public int localPort() {
        return port(words[LOCAL]);
    }

    public int remotePort() {
        return port(words[REMOTE]);
    }

    private static int port(String endpoint) {
        int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1), 16);
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no port");
        }
        return port;
    }

    /** A number of {@code include/net/tcp_states.h}. */
    public int state() {
        return Integer.parseInt(words[STATE], 16);
    }

    /** Of {@code tx:rx}, the latter (R2.6). */
    public int receiveQueue() {
        String queues = words[QUEUES];
        return Integer.parseUnsignedInt(queues.substring(queues.indexOf(':') + 1), 16);
    }

    /** Of the user who made it. */
    public long uid() {
        return Long.parseUnsignedLong(words[UID]);
    }

    public long inode() {
        return Long.parseUnsignedLong(words[INODE]);
    }

    /** Datagrams that it lost; only the tables of UDP have that (R7.5). */
    public long drops() {
        if (words.length <= DROPS) {
            throw new IllegalArgumentException("no column of drops");
        }
        return Long.parseUnsignedLong(words[DROPS]);
    }
}
