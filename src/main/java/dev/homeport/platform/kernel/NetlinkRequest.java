package dev.homeport.platform.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The head of a request for a dump (netlink(7)). */
public final class NetlinkRequest {

    private static final short NLM_F_REQUEST_DUMP = 0x301;
    private static final int SEQUENCE = 1;

    private NetlinkRequest() {}

    /**
     * A message with its header written, positioned at its payload, which is zero still. Numbers are in the order of the
     * machine.
     *
     * @param type what is asked for
     * @param payload bytes after the header
     */
    public static ByteBuffer dump(short type, int payload) {
        return ByteBuffer.allocate(NetlinkDump.HEADER + payload)
                .order(ByteOrder.nativeOrder())
                .putInt(NetlinkDump.HEADER + payload)
                .putShort(type)
                .putShort(NLM_F_REQUEST_DUMP)
                .putInt(SEQUENCE)
                .putInt(0);
    }
}
