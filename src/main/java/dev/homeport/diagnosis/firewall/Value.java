package dev.homeport.diagnosis.firewall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a packet has in a field.
 *
 * @param bytes as the kernel compares them; empty unless known
 */
record Value(boolean isKnown, byte[] bytes) {

    static final Value UNKNOWN = new Value(false, new byte[0]);

    /** IFNAMSIZ of {@code linux/if.h}. */
    private static final int INTERFACE_NAME = 16;

    static Value of(byte[] bytes) {
        return new Value(true, bytes);
    }

    static Value of(int one) {
        return of(new byte[] {(byte) one});
    }

    /** Two bytes in the order of the network. */
    static Value network(int two) {
        return of(new byte[] {(byte) (two >> 8), (byte) two});
    }

    /** Four bytes in the order of the machine. */
    static Value machine(int four) {
        return of(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(four)
                .array());
    }

    /** A name with zeros behind it. */
    static Value interfaceName(String name) {
        return of(Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), INTERFACE_NAME));
    }
}
