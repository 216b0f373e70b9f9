package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of nftables' attributes: numbers are in the order of the network, whatever the machine's is. */
record NftValue(Map<Integer, ByteBuffer> attributes) {

    static NftValue nested(@Nullable ByteBuffer value) {
        return new NftValue(value == null ? Map.of() : NetlinkMessage.nested(value));
    }

    boolean has(int type) {
        return attributes.containsKey(type);
    }

    NftValue nested(int type) {
        return nested(attributes.get(type));
    }

    /** The number, or {@code otherwise} where there is none. */
    int number(int type, int otherwise) {
        ByteBuffer value = attributes.get(type);
        return value == null || value.limit() < Integer.BYTES
                ? otherwise
                : network(value).getInt(0);
    }

    /** The number; 0 where there is none, as the kernel takes it. */
    int number(int type) {
        return number(type, 0);
    }

    long wide(int type) {
        ByteBuffer value = attributes.get(type);
        return value == null || value.limit() < Long.BYTES ? 0 : network(value).getLong(0);
    }

    /** As it is, so that it can be asked for again; whoever shows it cleans it. */
    String text(int type) {
        String text = new String(bytes(type), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    byte[] bytes(int type) {
        ByteBuffer value = attributes.get(type);
        if (value == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[value.limit()];
        value.get(0, bytes);
        return bytes;
    }

    /** {@code NFTA_DATA_VALUE} of a nested {@code nft_data}. */
    byte[] data(int type) {
        return nested(type).bytes(1);
    }

    /** {@code NFTA_DATA_VERDICT} of a nested {@code nft_data}; null where it is a value. */
    @Nullable
    Verdict verdict(int type) {
        NftValue data = nested(type);
        if (!data.has(2)) {
            return null;
        }
        NftValue verdict = data.nested(2);
        return Verdict.ofLinux(verdict.number(1), verdict.has(2) ? verdict.text(2) : null);
    }

    private static ByteBuffer network(ByteBuffer value) {
        return value.duplicate().order(ByteOrder.BIG_ENDIAN);
    }
}
