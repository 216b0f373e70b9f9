package dev.homeport.hosts.file;

import java.util.Arrays;

/**
 * Goes over the text once and notes of each line where it begins, what it is, what is unusual about it and which names
 * it has. Nothing else is kept: a line is read again when somebody wants to see it.
 */
final class HostsScan {

    private static final int AVERAGE_LINE = 24;
    private static final int LONGEST_LINE = 511;
    private static final int WINDOWS_NAMES = 9;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final byte[] LOCALHOST = {'l', 'o', 'c', 'a', 'l', 'h', 'o', 's', 't'};

    private final byte[] text;
    final IntList starts;
    final IntList traits;
    final NameIndex names;
    byte[] kinds;
    byte[] targets;

    private AddressToken lastToken = new AddressToken(null, "is missing");
    private int lastFrom;
    private int lastTo;

    HostsScan(byte[] text) {
        this.text = text;
        int expected = text.length / AVERAGE_LINE;
        this.starts = new IntList(expected);
        this.traits = new IntList(expected);
        this.names = new NameIndex(text, expected);
        this.kinds = new byte[Math.max(16, expected)];
        this.targets = new byte[Math.max(16, expected)];
    }

    HostsScan run() {
        int from = 0;
        while (from < text.length) {
            int to = from;
            while (to < text.length && text[to] != '\n') {
                to++;
            }
            line(from, to);
            from = to + 1;
        }
        starts.trim();
        traits.trim();
        names.trim();
        kinds = Arrays.copyOf(kinds, starts.size());
        targets = Arrays.copyOf(targets, starts.size());
        return this;
    }

    private void line(int from, int to) {
        int address = Characters.skipBlanks(text, from, to);
        if (address == to) {
            note(from, LineKind.BLANK, EntryTarget.ELSEWHERE, 0);
        } else if (text[address] == '#') {
            boolean disabled = DisabledEntry.isIn(text, address, to);
            note(from, disabled ? LineKind.DISABLED : LineKind.COMMENT, EntryTarget.ELSEWHERE, 0);
        } else {
            words(from, address, to);
        }
    }

    private void words(int from, int address, int to) {
        int found = address > from ? LineTrait.INDENTED.bit() : 0;
        found |= to - from > LONGEST_LINE ? LineTrait.LONG.bit() : 0;
        found |= to == text.length ? LineTrait.UNENDED.bit() : 0;
        int end = Characters.wordEnd(text, address, to);
        AddressToken token = token(address, end);
        found |= traits(token, address, end);
        int count = 0;
        int at = Characters.skipBlanks(text, end, to);
        while (at < to && !Characters.endsWord(text[at])) {
            count++;
            int nameEnd = Characters.wordEnd(text, at, to);
            found |= name(at, nameEnd);
            at = Characters.skipBlanks(text, nameEnd, to);
        }
        found |= count > WINDOWS_NAMES ? LineTrait.MANY_NAMES.bit() : 0;
        found |= at < to && text[at] == 0 ? LineTrait.NUL.bit() : 0;
        found |= token.address() != null && count == 0 ? LineTrait.NAMELESS.bit() : 0;
        boolean entry = token.address() != null && count > 0;
        EntryTarget target = token.address() == null ? EntryTarget.ELSEWHERE : EntryTarget.of(token.address());
        note(from, entry ? LineKind.ENTRY : LineKind.MALFORMED, target, found);
    }

    /** Block lists have one address on every line: it is read once. */
    private AddressToken token(int from, int to) {
        if (!Arrays.equals(text, from, to, text, lastFrom, lastTo)) {
            lastToken = AddressToken.of(text, from, to);
        }
        lastFrom = from;
        lastTo = to;
        return lastToken;
    }

    private int traits(AddressToken token, int from, int to) {
        if (token.address() == null) {
            return token.isLoose(text, from, to) ? LineTrait.NOT_DOTTED_QUAD.bit() : 0;
        }
        int zone = token.address().zone() == null ? 0 : LineTrait.ZONE.bit();
        return token.address().isMapped() ? zone | LineTrait.MAPPED.bit() : zone;
    }

    /** Enters the name into the index, and returns what is unusual about it, as {@link LineTrait#bit}s. */
    private int name(int from, int to) {
        long hash = NameIndex.hash();
        int found = 0;
        int label = from;
        for (int at = from; at < to; at++) {
            byte b = text[at];
            hash = NameIndex.hash(hash, b);
            found |= Characters.traits(b);
            if (b == '.') {
                found |= isBadLabel(label, at) ? LineTrait.ILLEGAL_NAME.bit() : 0;
                label = at + 1;
            }
        }
        names.add(from, hash);
        if (mayBeAddress(from, to) && AddressToken.of(text, from, to).address() != null) {
            return LineTrait.ADDRESS_AS_NAME.bit();
        }
        boolean bad = to - from > LONGEST_NAME || isBadLabel(label, to);
        found |= bad ? LineTrait.ILLEGAL_NAME.bit() : 0;
        found |= isNumber(label, to) ? LineTrait.NUMBER_AT_END.bit() : 0;
        return found | (isLocalhost(from, to) ? LineTrait.LOCALHOST_NAME.bit() : 0);
    }

    private boolean isNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return from < to;
    }

    private boolean isBadLabel(int from, int to) {
        return from == to || to - from > LONGEST_LABEL || text[from] == '-' || text[to - 1] == '-';
    }

    /** Whether it ends in a digit, or has a colon: names of other computers seldom do. */
    private boolean mayBeAddress(int from, int to) {
        byte last = text[to - 1];
        if (last >= '0' && last <= '9' && text[from] >= '0' && text[from] <= '9') {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (text[i] == ':') {
                return true;
            }
        }
        return false;
    }

    private boolean isLocalhost(int from, int to) {
        int start = to - LOCALHOST.length;
        boolean whole = start == from || start > from && text[start - 1] == '.';
        if (!whole) {
            return false;
        }
        for (int i = 0; i < LOCALHOST.length; i++) {
            if (Characters.folded(text[start + i]) != LOCALHOST[i]) {
                return false;
            }
        }
        return true;
    }

    private void note(int from, LineKind kind, EntryTarget target, int found) {
        int line = starts.size();
        if (line == kinds.length) {
            kinds = Arrays.copyOf(kinds, line + (line >> 1));
            targets = Arrays.copyOf(targets, line + (line >> 1));
        }
        kinds[line] = kind.code();
        targets[line] = target.code();
        starts.add(from);
        traits.add(found);
    }
}
