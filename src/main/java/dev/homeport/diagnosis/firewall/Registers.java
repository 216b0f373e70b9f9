package dev.homeport.diagnosis.firewall;

import java.util.Arrays;
import java.util.Optional;

/** What the steps of a rule pass to each other: registers of four bytes, known or not. */
final class Registers {

    /** Bytes of a register. */
    static final int WIDTH = 4;

    /** The verdict's, which is of 16 bytes, and 16 more. */
    private static final int COUNT = 20;

    private final byte[] bytes = new byte[COUNT * WIDTH];
    private final boolean[] known = new boolean[COUNT];

    /** Writes from {@code register} on, in whole registers; as much as there is room for. */
    void write(int register, Value value) {
        boolean isKnown = value.isKnown();
        int start = register * WIDTH;
        int length = Math.max(1, Math.min(value.bytes().length, bytes.length - start));
        int end = Math.min(COUNT, register + (length + WIDTH - 1) / WIDTH);
        // Nobody knows how long an unknown value is: what is behind it is not read as something else.
        Arrays.fill(known, register, isKnown ? end : Math.min(COUNT, register + WIDTH), isKnown);
        Arrays.fill(bytes, start, end * WIDTH, (byte) 0);
        if (isKnown) {
            System.arraycopy(value.bytes(), 0, bytes, start, Math.min(length, value.bytes().length));
        }
    }

    /** Empty where some of it is not known. */
    Optional<byte[]> read(int register, int length) {
        int end = register + (length + WIDTH - 1) / WIDTH;
        if (register < 0 || end > COUNT) {
            return Optional.empty();
        }
        for (int i = register; i < end; i++) {
            if (!known[i]) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOfRange(bytes, register * WIDTH, register * WIDTH + length));
    }
}
