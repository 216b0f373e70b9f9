package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import java.net.IDN;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names with letters beyond ASCII, which browsers ask for in another form (RFC 5890), and names that can be none: H24 and H33. */
final class InternationalNameRules {

    /** Around the number of a character that would hide; a symbol, and as such in no name either. */
    private static final char BRACKET = '⟨';

    private static final String NO_NAME_WITH = "A name has what a name cannot have.";

    private InternationalNameRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(notAscii(subject), illegal(subject)).flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> illegal(Subject subject) {
        HostsFile file = subject.file();
        IntStream disguised =
                file.linesWith(LineTrait.NON_ASCII_NAME).filter(number -> hasNameWithoutTwin(file, number));
        int[] lines = IntStream.concat(file.linesWith(LineTrait.ILLEGAL_NAME), disguised)
                .filter(number -> file.kind(number) == LineKind.ENTRY)
                .sorted()
                .distinct()
                .toArray();
        return HostNameRules.finding(
                lines,
                "H33",
                Severity.ERROR,
                NO_NAME_WITH,
                "Resolvers of C programs take it as it is; browsers and other programs refuse it: names are letters, digits, "
                        + "hyphens and dots, 63 to a part and 253 in all (RFC 1123).",
                Fix.note("Correct the name."));
    }

    /** Whether a name has letters beyond ASCII for which there is no xn-- form, one that turns the writing for example. */
    private static boolean hasNameWithoutTwin(HostsFile file, int number) {
        return file.line(number).names().stream().anyMatch(name -> !isAscii(name) && twin(name) == null);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<HostsFinding> notAscii(Subject subject) {
        HostsFile file = subject.file();
        int[] lines = file.linesWith(LineTrait.NON_ASCII_NAME)
                .filter(number -> file.kind(number) == LineKind.ENTRY)
                .filter(number -> file.line(number).names().stream().anyMatch(name -> hasNoTwin(file, name)))
                .toArray();
        return HostNameRules.finding(
                lines,
                "H24",
                Severity.WARNING,
                "A name has letters beyond ASCII.",
                "Browsers and Node.js ask for its xn-- form, which is not in the file" + example(file, lines) + ".",
                Fix.note("Write the xn-- form beside it."));
    }

    private static String example(HostsFile file, int[] lines) {
        if (lines.length == 0) {
            return "";
        }
        return file.line(lines[0]).names().stream()
                .map(InternationalNameRules::twin)
                .filter(twin -> twin != null)
                .findFirst()
                .map(twin -> ": " + twin)
                .orElse("");
    }

    private static boolean hasNoTwin(HostsFile file, String name) {
        String twin = twin(name);
        return twin != null && file.entriesNaming(twin).findAny().isEmpty();
    }

    /** The form in which browsers ask for it; null for a plain name, and for one that has no such form. */
    private static @Nullable String twin(String name) {
        if (isAscii(name) || name.indexOf(BRACKET) >= 0) {
            return null;
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
