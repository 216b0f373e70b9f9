package dev.homeport.hosts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.finding.Fix;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.source.FileFacts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.Keeper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/hosts}: the hosts file.
 *
 * @param facts what the file is; null while it was never read
 * @param lines how many lines the file has
 * @param total how many entries match
 * @param entries of these, from {@code offset}
 * @param malformedTotal how many malformed lines match
 * @param disabledTotal how many commented-out entries match
 */
record HostsAnswer(
        @JsonUnwrapped ReadingHead head,
        String path,
        @Nullable Facts facts,
        int lines,
        int total,
        int offset,
        List<Entry> entries,
        int malformedTotal,
        List<Malformed> malformed,
        int disabledTotal,
        List<Entry> disabled,
        List<Found> findings) {

    /** The file itself: see {@link FileFacts} and {@link HostsFile}. */
    record Facts(
            long bytes,
            @Nullable String owner,
            @Nullable String mode,
            Instant modifiedAt,
            String sha256,
            String encoding,
            String lineEnds,
            boolean mounted,
            @Nullable String managedBy,
            int names,
            int comments,
            int blank) {

        static Facts of(Hosts hosts) {
            HostsFile file = hosts.file();
            Keeper keeper = hosts.keeper();
            return new Facts(
                    hosts.facts().size(),
                    hosts.facts().owner(),
                    hosts.facts().mode(),
                    hosts.facts().modified(),
                    hosts.digest(),
                    file.encoding().text(),
                    file.lineEnds().text(),
                    hosts.isMounted(),
                    keeper == null ? null : keeper.label(),
                    file.names(),
                    file.count(LineKind.COMMENT),
                    file.count(LineKind.BLANK));
        }
    }

    /**
     * An entry, or one that is commented out.
     *
     * @param names the first 10,000
     * @param moreNames how many there are beyond these
     * @param group what it is for
     * @param notes who reads it otherwise
     */
    record Entry(
            int line,
            @Nullable String address,
            List<String> names,
            int moreNames,
            @Nullable String comment,
            @Nullable String group,
            List<LineNote> notes) {

        static Entry of(HostsLine line, Grouping grouping) {
            return new Entry(
                    line.number(),
                    line.address(),
                    line.names(),
                    line.moreNames(),
                    line.comment(),
                    grouping.of(line.number()).map(EntryGroup::text).orElse(null),
                    LineNote.of(line));
        }
    }

    /** A line that is none. */
    record Malformed(int line, String text, @Nullable String reason) {}

    /** See {@link HostsFinding}. */
    record Found(String id, String severity, List<Integer> lines, int lineCount, String message, String why, Fix fix) {

        static Found of(HostsFinding finding) {
            return new Found(
                    finding.id(),
                    finding.severity().text(),
                    finding.lines(),
                    finding.count(),
                    finding.message(),
                    finding.why(),
                    finding.fix());
        }
    }

    static HostsAnswer of(SeenHosts hosts, HostsSearch search, int offset, int limit) {
        List<Found> found = hosts.findings().stream().map(Found::of).toList();
        ReadingHead head = ReadingHead.of(hosts.reading());
        String path = hosts.path();
        Optional<JudgedHosts> judged = hosts.judged();
        if (judged.isEmpty()) {
            return new HostsAnswer(head, path, null, 0, 0, offset, List.of(), 0, List.of(), 0, List.of(), found);
        }
        HostsFile file = judged.get().hosts().file();
        Grouping grouping = judged.get().grouping();
        int[] entries = matching(file, LineKind.ENTRY, search);
        int[] malformed = matching(file, LineKind.MALFORMED, search);
        int[] disabled = matching(file, LineKind.DISABLED, search);
        return new HostsAnswer(
                head,
                path,
                Facts.of(judged.get().hosts()),
                file.lines(),
                entries.length,
                offset,
                IntStream.of(entries)
                        .skip(offset)
                        .limit(limit)
                        .mapToObj(number -> Entry.of(file.line(number), grouping))
                        .toList(),
                malformed.length,
                IntStream.of(malformed)
                        .limit(limit)
                        .mapToObj(file::line)
                        .map(line -> new Malformed(line.number(), line.text(), line.reason()))
                        .toList(),
                disabled.length,
                IntStream.of(disabled)
                        .limit(limit)
                        .mapToObj(number -> Entry.of(file.line(number), grouping))
                        .toList(),
                found);
    }

    private static int[] matching(HostsFile file, LineKind kind, HostsSearch search) {
        IntStream all = file.linesOf(kind);
        return (search.isEmpty() ? all : all.filter(number -> search.matches(file, number))).toArray();
    }
}
