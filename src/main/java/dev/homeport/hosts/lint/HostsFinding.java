package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.net.CountText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a rule found in a hosts file.
 *
 * @param id the rule, {@code H01} to {@code H36}
 * @param lines the first of those that it is about, in their order; none where it is about the file
 * @param count how many lines it is about
 * @param message what is so, a sentence
 * @param why what follows
 */
public record HostsFinding(
        String id, Severity severity, List<Integer> lines, int count, String message, String why, Fix fix) {

    /** More line numbers than this help nobody. */
    private static final int MOST_LINES = 1000;

    public HostsFinding {
        lines = List.copyOf(lines);
    }

    static HostsFinding ofFile(String id, Severity severity, String message, String why, Fix fix) {
        return new HostsFinding(id, severity, List.of(), 0, message, why, fix);
    }

    /** @param lines ascending, none twice */
    static HostsFinding ofLines(String id, Severity severity, IntStream lines, String message, String why, Fix fix) {
        int[] all = lines.toArray();
        List<Integer> first = IntStream.of(all).limit(MOST_LINES).boxed().toList();
        return new HostsFinding(id, severity, first, all.length, message, why, fix);
    }

    /** The same of a file that is not this machine's: a command for its terminal would change another one. */
    public HostsFinding elsewhere() {
        return new HostsFinding(
                id,
                severity,
                lines,
                count,
                message,
                why,
                fix.inWords("In that file, not in this machine’s: what " + fix.note() + ", mends it."));
    }

    /** {@code line 3}, {@code lines 3, 7 and 9}, {@code lines 3, 7, 9 and 1,200 more}; {@code the file} without any. */
    public String where() {
        if (count == 0) {
            return "the file";
        } else if (count == 1) {
            return "line " + lines.get(0);
        }
        int shown = Math.min(count, 3);
        List<String> first =
                lines.subList(0, shown).stream().map(String::valueOf).toList();
        return count == shown
                ? "lines " + String.join(", ", first.subList(0, shown - 1)) + " and " + first.get(shown - 1)
                : "lines " + String.join(", ", first) + " and " + CountText.of(count - shown) + " more";
    }
}
