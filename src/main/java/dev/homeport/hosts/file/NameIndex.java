package dev.homeport.hosts.file;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where each name of a file stands, whatever its case. An occurrence is the offset of its first byte. Occurrences of one
 * name form a ring, of which the table holds the last, so that one more is added in no time however many there are.
 */
final class NameIndex {

    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    /** Nobody can write a file whose names all fall into one place of the table. */
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private final byte[] text;
    private final IntList offsets;
    private final IntList next;
    private final IntList repeated = new IntList(16);

    /** One more than the last occurrence of a name; 0 is a free place. */
    private int[] table;

    private int names;

    NameIndex(byte[] text, int expected) {
        this.text = text;
        this.offsets = new IntList(expected);
        this.next = new IntList(expected);
        this.table = new int[Integer.highestOneBit(Math.max(32, expected)) * 4];
    }

    void add(int offset, long hash) {
        int place = place(text, offset, wordEnd(offset), hash);
        int last = table[place] - 1;
        int added = offsets.size();
        offsets.add(offset);
        table[place] = added + 1;
        if (last < 0) {
            next.add(added);
            names++;
            if (names * 2 > table.length) {
                grow();
            }
        } else {
            int first = next.get(last);
            if (first == last) {
                repeated.add(first);
            }
            next.add(first);
            next.set(last, added);
        }
    }

    /** Begins a hash; {@link #hash(long, byte)} adds the bytes of a name. */
    static long hash() {
        return SEED;
    }

    static long hash(long hash, byte b) {
        long mixed = (hash ^ Characters.folded(b)) * MULTIPLIER;
        return mixed ^ mixed >>> 29;
    }

    private static long hash(byte[] name, int from, int to) {
        long hash = hash();
        for (int i = from; i < to; i++) {
            hash = hash(hash, name[i]);
        }
        return hash;
    }

    private int wordEnd(int offset) {
        return Characters.wordEnd(text, offset, text.length);
    }

    /** The place of the name in {@code name}, free or taken by it. */
    private int place(byte[] name, int from, int to, long hash) {
        int mask = table.length - 1;
        int place = (int) (hash >>> 20) & mask;
        while (table[place] != 0 && !isAt(offsets.get(table[place] - 1), name, from, to)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private boolean isAt(int offset, byte[] name, int from, int to) {
        int length = to - from;
        for (int i = 0; i < length; i++) {
            int at = offset + i;
            if (at >= text.length || Characters.folded(text[at]) != Characters.folded(name[from + i])) {
                return false;
            }
        }
        return offset + length == text.length || Characters.endsWord(text[offset + length]);
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int last : old) {
            if (last != 0) {
                int offset = offsets.get(last - 1);
                int end = wordEnd(offset);
                table[place(text, offset, end, hash(text, offset, end))] = last;
            }
        }
    }

    /** The places where {@code name} stands, from the first; looked for only as far as they are asked for. */
    IntStream places(byte[] name) {
        int last = table[place(name, 0, name.length, hash(name, 0, name.length))] - 1;
        return last < 0 ? IntStream.empty() : placesFrom(next.get(last));
    }

    /** The first occurrence of each name that stands in more than one place. */
    IntStream repeated() {
        return IntStream.range(0, repeated.size()).map(repeated::get);
    }

    /** The places of the name whose first occurrence this is. */
    IntStream placesFrom(int first) {
        return IntStream.iterate(first, at -> at >= 0, at -> next.get(at) == first ? -1 : next.get(at))
                .map(offsets::get);
    }

    /** Where an occurrence begins. */
    int offset(int occurrence) {
        return offsets.get(occurrence);
    }

    /** How many different names there are. */
    int names() {
        return names;
    }

    void trim() {
        offsets.trim();
        next.trim();
    }
}
