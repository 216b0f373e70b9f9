package dev.homeport.platform.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A message of a netlink dump without its header, netlink(7). Numbers are in the order of the machine unless the
 * message's own description says otherwise.
 *
 * @param type what kind of row it is
 * @param payload a fixed part, followed by attributes
 */
public record NetlinkMessage(int type, ByteBuffer payload) {

    private static final int ATTRIBUTE_HEADER = 4;
    private static final int ATTRIBUTE_TYPE = 0x3fff;

    /** Hands over each message in {@code messages}, up to one that claims more bytes than there are. */
    public static void forEach(ByteBuffer messages, Consumer<NetlinkMessage> consumer) {
        int start = messages.position();
        while (messages.limit() - start >= NetlinkDump.HEADER) {
            int length = messages.getInt(start);
            if (length < NetlinkDump.HEADER || length > messages.limit() - start) {
                return;
            }
            ByteBuffer payload = messages.slice(start + NetlinkDump.HEADER, length - NetlinkDump.HEADER);
            int type = Short.toUnsignedInt(messages.getShort(start + 4));
            consumer.accept(new NetlinkMessage(type, payload.order(messages.order())));
            start += NetlinkDump.padded(length);
        }
    }

    /** The attributes after a fixed part of {@code offset} bytes. */
    public Map<Integer, ByteBuffer> attributes(int offset) {
        return attributes(payload, offset);
    }

    /** The attributes that are the value of another one. */
    public static Map<Integer, ByteBuffer> nested(ByteBuffer value) {
        return attributes(value, 0);
    }

    /** The values of another attribute, which are a list: their types say nothing. */
    public static List<ByteBuffer> list(ByteBuffer value) {
        List<ByteBuffer> values = new ArrayList<>();
        forEachAttribute(value, 0, (type, one) -> values.add(one));
        return values;
    }

    private static Map<Integer, ByteBuffer> attributes(ByteBuffer bytes, int offset) {
        Map<Integer, ByteBuffer> attributes = new HashMap<>();
        forEachAttribute(bytes, offset, attributes::put);
        return attributes;
    }

    /** An attribute is its length and type, two bytes each, and a value, padded to 4 bytes. */
    private static void forEachAttribute(ByteBuffer bytes, int offset, BiConsumer<Integer, ByteBuffer> consumer) {
        int start = offset;
        while (bytes.limit() - start >= ATTRIBUTE_HEADER) {
            int length = Short.toUnsignedInt(bytes.getShort(start));
            if (length < ATTRIBUTE_HEADER || length > bytes.limit() - start) {
                return;
            }
            int type = bytes.getShort(start + 2) & ATTRIBUTE_TYPE;
            ByteBuffer value = bytes.slice(start + ATTRIBUTE_HEADER, length - ATTRIBUTE_HEADER);
            consumer.accept(type, value.order(bytes.order()));
            start += NetlinkDump.padded(length);
        }
    }
}
