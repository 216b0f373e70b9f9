package dev.homeport.hosts.lint;

import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.Encoding;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineEnds;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.platform.OsFamily;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether resolvers can read the bytes at all: H06 to H09. */
final class EncodingRules {

    private EncodingRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(encoding(subject), zeros(subject), returns(subject), windowsEnds(subject), noEnd(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> encoding(Subject subject) {
        Encoding encoding = subject.file().encoding();
        if (encoding == Encoding.UTF_8_BOM) {
            return Optional.of(HostsFinding.ofLines(
                    "H06",
                    Severity.ERROR,
                    IntStream.of(1),
                    "The file begins with a byte order mark.",
                    "glibc and musl take its three bytes for the beginning of line 1's address, so line 1 does nothing.",
                    subject.edit().through("tail -c +4", "takes the three bytes out")));
        } else if (encoding == Encoding.UTF_16_LE || encoding == Encoding.UTF_16_BE) {
            String from = encoding == Encoding.UTF_16_LE ? "UTF-16LE" : "UTF-16BE";
            return Optional.of(HostsFinding.ofFile(
                    "H06",
                    Severity.ERROR,
                    "The file is UTF-16: no resolver can read a line of it.",
                    "Every name in it is unknown. PowerShell 5 writes so with > and Out-File.",
                    subject.edit()
                            .through(
                                    "iconv -f " + (isMarked(subject.file()) ? "UTF-16" : from) + " -t UTF-8",
                                    "writes it as UTF-8 without a mark; on Windows save it as ANSI")));
        }
        return Optional.empty();
    }

    /** A converter that is told no byte order takes it from the mark, and the mark away. */
    private static boolean isMarked(HostsFile file) {
        int first = file.raw()[0] & 0xff;
        return first == 0xff || first == 0xfe;
    }

    private static Optional<HostsFinding> zeros(Subject subject) {
        boolean wide = subject.file().encoding() == Encoding.UTF_16_LE
                || subject.file().encoding() == Encoding.UTF_16_BE;
        if (wide || !subject.file().has(LineTrait.NUL)) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H06",
                Severity.ERROR,
                subject.file().linesWith(LineTrait.NUL),
                "There are bytes 0 in the file.",
                "To glibc and musl the line ends at the first of them.",
                subject.edit().through("tr -d '\\000'", "takes them out")));
    }

    private static Optional<HostsFinding> returns(Subject subject) {
        if (subject.file().lineEnds() != LineEnds.CR) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofFile(
                "H07",
                Severity.ERROR,
                "The lines end with CR alone.",
                "To a resolver the whole file is one line: every name before the first # has the first line's address.",
                subject.edit().through("tr '\\r' '\\n'", "makes a line end of each")));
    }

    private static Optional<HostsFinding> windowsEnds(Subject subject) {
        LineEnds ends = subject.file().lineEnds();
        boolean windows = subject.hosts().osFamily() == OsFamily.WINDOWS;
        boolean mixed = ends == LineEnds.CRLF || ends == LineEnds.MIXED;
        if (windows || !mixed || !subject.edit().isEditable()) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofFile(
                "H08",
                Severity.INFO,
                ends == LineEnds.CRLF
                        ? "The lines end with CR and LF, as on Windows."
                        : "Some lines end with CR and LF, some with LF.",
                "Resolvers take the CR for a blank; other programs that read the file may take it for part of the last name.",
                subject.edit().through("awk '{ sub(/\\r$/, \"\"); print }'", "takes the CRs at the ends out")));
    }

    private static Optional<HostsFinding> noEnd(Subject subject) {
        HostsFile file = subject.file();
        if (!file.has(LineTrait.UNENDED)) {
            return Optional.empty();
        }
        boolean indented = file.has(file.lines(), LineTrait.INDENTED);
        return Optional.of(HostsFinding.ofLines(
                "H09",
                Severity.WARNING,
                IntStream.of(file.lines()),
                "The last line has no line end.",
                "musl does not find the last name on it, and what is appended to the file lands on it."
                        + (indented
                                ? " As it is indented too, glibc reads that name wrong: the line's last bytes come twice."
                                : ""),
                subject.edit().end("ends the line")));
    }
}
