package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Requests for dumps of nftables ({@code linux/netfilter/nfnetlink.h}, {@code nf_tables.h}). They need {@code
 * CAP_NET_ADMIN}.
 */
final class NftRequest {

    /** NFNL_SUBSYS_NFTABLES, in a message type's upper byte. */
    static final int SUBSYSTEM = 10 << 8;

    static final int NEW_TABLE = SUBSYSTEM;
    static final int NEW_CHAIN = SUBSYSTEM | 3;
    static final int NEW_RULE = SUBSYSTEM | 6;
    static final int NEW_SET = SUBSYSTEM | 9;
    static final int NEW_ELEMENTS = SUBSYSTEM | 12;

    /** {@code nfgenmsg}: family, version, and a number of two bytes. */
    static final int FIXED_PART = 4;

    private static final int GET_TABLE = SUBSYSTEM | 1;
    private static final int GET_SET = SUBSYSTEM | 10;
    private static final int GET_CHAIN = SUBSYSTEM | 4;
    private static final int GET_RULE = SUBSYSTEM | 7;
    private static final int GET_ELEMENTS = SUBSYSTEM | 13;

    private NftRequest() {}

    static byte[] tables() {
        return NetlinkRequest.dump((short) GET_TABLE, FIXED_PART).array();
    }

    /** What sets there are; their elements are asked for one by one. */
    static byte[] sets() {
        return NetlinkRequest.dump((short) GET_SET, FIXED_PART).array();
    }

    static byte[] chains() {
        return NetlinkRequest.dump((short) GET_CHAIN, FIXED_PART).array();
    }

    static byte[] rules() {
        return NetlinkRequest.dump((short) GET_RULE, FIXED_PART).array();
    }

    /** The elements of one set: NFTA_SET_ELEM_LIST_TABLE and …_SET. */
    static byte[] elements(Chain.Id set) {
        byte[] table = zeroEnded(set.table());
        byte[] name = zeroEnded(set.chain());
        int length = FIXED_PART + room(table) + room(name);
        ByteBuffer request = NetlinkRequest.dump((short) GET_ELEMENTS, length);
        request.put(NetlinkDump.HEADER, (byte) set.family().number());
        request.position(NetlinkDump.HEADER + FIXED_PART);
        attribute(request, 1, table);
        attribute(request, 2, name);
        return request.array();
    }

    private static byte[] zeroEnded(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static int room(byte[] value) {
        return NetlinkDump.padded(4 + value.length);
    }

    private static void attribute(ByteBuffer request, int type, byte[] value) {
        int start = request.position();
        request.putShort((short) (4 + value.length)).putShort((short) type).put(value);
        request.position(start + room(value));
    }
}
