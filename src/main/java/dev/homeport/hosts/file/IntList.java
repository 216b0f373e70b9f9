package dev.homeport.hosts.file;

import java.util.Arrays;

/** Numbers in the order in which they came, without an object for each. */
final class IntList {

    private int[] values;
    private int size;

    IntList(int expected) {
        values = new int[Math.max(16, expected)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    /** The largest index whose value is not above {@code value}, in ascending numbers; -1 when all are. */
    int floor(int value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        return found >= 0 ? found : -found - 2;
    }

    void trim() {
        values = Arrays.copyOf(values, size);
    }
}
