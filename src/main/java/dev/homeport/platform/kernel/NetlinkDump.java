package dev.homeport.platform.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a netlink dump request, put together from its datagrams (netlink(7)): messages, each a header of 16
 * bytes and a payload, until one says that the dump is done or has failed.
 */
public final class NetlinkDump {

    /** Bytes of a message's header: length, type, flags, sequence number, port. */
    public static final int HEADER = 16;

    private static final int NLMSG_NOOP = 1;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int NLM_F_DUMP_INTR = 0x10;

    /** Enough for half a million sockets. */
    private static final int MOST_BYTES = 64 << 20;

    /** Let go as soon as this one differs: else each answer would keep all that came before it. */
    private @Nullable NetlinkDump before;

    private final List<ByteBuffer> datagrams = new ArrayList<>();
    private int repeated;
    private byte[] bytes = new byte[0];
    private int size;
    private boolean complete;
    private boolean interrupted;

    NetlinkDump() {
        this(null);
    }

    /** @param before an earlier answer to the same request: while this one repeats it, nothing is read message by message */
    NetlinkDump(@Nullable NetlinkDump before) {
        this.before = before;
    }

    /** Whether the whole of this is what the earlier answer was, byte by byte. */
    boolean isRepetition() {
        return complete && before != null;
    }

    /** Whether the last message has come. */
    boolean isComplete() {
        return complete;
    }

    /** Whether the kernel says that the table changed while it was dumped, so that rows may be missing. */
    public boolean wasInterrupted() {
        return interrupted;
    }

    /** The messages that carry data, with their headers, one after the other, each padded to 4 bytes. */
    public ByteBuffer messages() {
        return ByteBuffer.wrap(bytes, 0, size).asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    /** @throws IOException when the datagram is no sequence of whole messages, or says that the dump has failed */
    void add(ByteBuffer datagram) throws IOException {
        if (before != null && before.isRepeatedBy(datagram, repeated)) {
            repeated++;
            complete = repeated == before.datagrams.size();
            return;
        }
        List<ByteBuffer> known = before == null ? List.of() : before.datagrams.subList(0, repeated);
        before = null;
        for (ByteBuffer same : known) {
            read(same.duplicate().order(same.order()));
        }
        read(datagram);
    }

    private boolean isRepeatedBy(ByteBuffer datagram, int index) {
        return index < datagrams.size() && datagrams.get(index).equals(datagram);
    }

    private void read(ByteBuffer datagram) throws IOException {
        datagrams.add(ByteBuffer.allocate(datagram.remaining())
                .put(datagram.duplicate())
                .flip()
                .order(datagram.order()));
        if (datagram.remaining() < HEADER) {
            throw new IOException("The kernel's answer ends before it is complete");
        }
        while (!complete && datagram.remaining() >= HEADER) {
            addMessage(datagram);
        }
    }

    private void addMessage(ByteBuffer datagram) throws IOException {
        int start = datagram.position();
        int length = datagram.getInt(start);
        if (length < HEADER || length > datagram.remaining()) {
            throw new IOException("The kernel's answer has a message of " + length + " bytes where "
                    + datagram.remaining() + " are left");
        }
        int type = Short.toUnsignedInt(datagram.getShort(start + 4));
        interrupted |= (datagram.getShort(start + 6) & NLM_F_DUMP_INTR) != 0;
        if (type == NLMSG_ERROR || type == NLMSG_DONE) {
            int code = length >= HEADER + Integer.BYTES ? datagram.getInt(start + HEADER) : 0;
            end(type == NLMSG_ERROR, -code);
        } else if (type != NLMSG_NOOP) {
            keep(datagram, length);
        }
        datagram.position(Math.min(datagram.limit(), start + padded(length)));
    }

    private void end(boolean refused, int error) throws IOException {
        if (refused || error > 0) {
            throw new IOException("The kernel does not give its table: " + meaning(error));
        }
        complete = true;
    }

    private void keep(ByteBuffer datagram, int length) throws IOException {
        int room = size + padded(length);
        if (room > MOST_BYTES) {
            throw new IOException("The kernel's answer has more than " + MOST_BYTES + " bytes");
        }
        if (room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(room, 2 * bytes.length));
        }
        datagram.get(bytes, size, length);
        size = room;
    }

    /** Errors that a request for a dump meets, by errno(3)'s numbers on Linux. */
    private static String meaning(int error) {
        return switch (error) {
            case 1 -> "it forbids that (EPERM)";
            case 2 -> "it has no such table, perhaps for want of a module (ENOENT)";
            case 12 -> "it has no memory left for that (ENOMEM)";
            case 13 -> "it forbids that (EACCES)";
            case 22 -> "it does not understand the question (EINVAL)";
            case 95 -> "it does not support that (EOPNOTSUPP)";
            default -> "error " + error;
        };
    }

    /** Messages and attributes begin at multiples of 4 bytes. */
    public static int padded(int length) {
        return length + 3 & ~3;
    }
}
