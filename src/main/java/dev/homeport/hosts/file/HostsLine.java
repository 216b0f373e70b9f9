package dev.homeport.hosts.file;

import dev.homeport.platform.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a hosts file.
 *
 * @param number from 1
 * @param text all of it, fit to show
 * @param address as the file spells it; null where there is none
 * @param names as the file spells them, the first 10,000
 * @param moreNames how many there are beyond these
 * @param comment what follows the first {@code #}, without it; null when there is none
 * @param reason why a malformed line is none; null for every other
 * @param traits what is unusual about it
 */
public record HostsLine(
        int number,
        LineKind kind,
        String text,
        @Nullable String address,
        List<String> names,
        int moreNames,
        @Nullable String comment,
        @Nullable String reason,
        EntryTarget target,
        Set<LineTrait> traits) {

    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_PLAIN = 1000;

    public HostsLine {
        names = List.copyOf(names);
    }

    static HostsLine of(
            byte[] text, int number, int from, int to, LineKind kind, EntryTarget target, Set<LineTrait> traits) {
        String whole = LineText.of(text, from, to);
        int start = Characters.skipBlanks(text, from, to);
        if (kind == LineKind.BLANK) {
            return new HostsLine(number, kind, whole, null, List.of(), 0, null, null, target, traits);
        } else if (kind == LineKind.COMMENT) {
            String comment = clean(text, start + 1, to);
            return new HostsLine(number, kind, whole, null, List.of(), 0, comment, null, target, traits);
        }
        int address = kind == LineKind.DISABLED ? DisabledEntry.content(text, start, to) : start;
        int end = Characters.wordEnd(text, address, to);
        List<String> names = new ArrayList<>();
        int moreNames = 0;
        int at = Characters.skipBlanks(text, end, to);
        while (at < to && !Characters.endsWord(text[at])) {
            int nameEnd = Characters.wordEnd(text, at, to);
            if (names.size() < MOST_NAMES) {
                names.add(LineText.visible(Encoding.decode(text, at, nameEnd)));
            } else {
                moreNames++;
            }
            at = Characters.skipBlanks(text, nameEnd, to);
        }
        String comment = at < to && text[at] == '#' ? clean(text, at + 1, to) : null;
        String reason = kind == LineKind.MALFORMED ? reason(text, address, end, names) : null;
        return new HostsLine(
                number, kind, whole, clean(text, address, end), names, moreNames, comment, reason, target, traits);
    }

    private static String reason(byte[] text, int from, int to, List<String> names) {
        String why = AddressToken.of(text, from, to).reason();
        String word = HostileText.clean(Encoding.decode(text, from, to), 60);
        return why == null ? "“" + word + "” has no name" : "“" + word + "” " + why;
    }

    private static String clean(byte[] text, int from, int to) {
        String decoded = Encoding.decode(text, from, to);
        boolean plain = decoded.length() < LONGEST_PLAIN && decoded.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return plain ? decoded.strip() : HostileText.clean(decoded);
    }
}
