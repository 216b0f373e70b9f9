package dev.homeport.diagnosis.firewall;

import java.util.Arrays;

/** Compares values as nftables does: byte by byte, without signs. */
final class Bytes {

    private Bytes() {}

    static boolean isBetween(byte[] value, byte[] first, byte[] last) {
        return Arrays.compareUnsigned(value, first) >= 0 && Arrays.compareUnsigned(value, last) <= 0;
    }

    /** Whether that holds for each register of it. */
    static boolean isEachBetween(byte[] value, byte[] first, byte[] last) {
        for (int i = 0; i < value.length; i += Registers.WIDTH) {
            int end = Math.min(value.length, i + Registers.WIDTH);
            if (Arrays.compareUnsigned(value, i, end, first, i, end) < 0
                    || Arrays.compareUnsigned(value, i, end, last, i, end) > 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code (value & mask) ^ flip}. */
    static byte[] masked(byte[] value, byte[] mask, byte[] flip) {
        byte[] result = value.clone();
        for (int i = 0; i < result.length; i++) {
            int flipped = i < flip.length ? flip[i] : 0;
            result[i] = (byte) (result[i] & mask[i] ^ flipped);
        }
        return result;
    }
}
