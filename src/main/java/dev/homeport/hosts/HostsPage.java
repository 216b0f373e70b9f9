package dev.homeport.hosts;

import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the hosts page draws.
 *
 * @param path the file that is looked for
 * @param judged null while none was ever read
 * @param rows of the table of entries
 * @param matching how many there are in all
 * @param window of the file as it stands
 * @param lookup null when no name was given
 * @param error what was wrong with a parameter
 */
record HostsPage(
        Seen<Hosts> seen,
        String path,
        HostsState state,
        @Nullable JudgedHosts judged,
        @Nullable HostsSummary summary,
        List<HostsFinding> findings,
        List<Tab> tabs,
        List<Row> rows,
        int matching,
        List<RawLine> window,
        @Nullable Lookup lookup,
        @Nullable String error) {

    private static final int WINDOW = 100;
    private static final int BEFORE = 10;
    private static final int MOST_NAMES = 12;

    /**
     * A group of entries to choose.
     *
     * @param group null for all but the block list
     */
    record Tab(@Nullable EntryGroup group, String label, int count, boolean isChosen) {}

    /**
     * An entry.
     *
     * @param names the first of them
     * @param moreNames how many more there are
     */
    record Row(
            HostsLine line,
            EntryGroup group,
            List<String> names,
            int moreNames,
            List<LineNote> notes,
            List<EarlierLine> earlier) {}

    /**
     * A line of the file as it stands.
     *
     * @param findings what the rules say of it
     */
    record RawLine(HostsLine line, List<HostsFinding> findings, List<LineNote> notes, boolean isChosen) {}

    static HostsPage of(
            SeenHosts hosts, HostsState state, SystemQuestion.@Nullable Reply reply, @Nullable String error) {
        Seen<Hosts> seen = hosts.seen();
        List<HostsFinding> findings = hosts.findings();
        Optional<JudgedHosts> judged = hosts.judged();
        if (judged.isEmpty()) {
            return new HostsPage(
                    seen, hosts.path(), state, null, null, findings, List.of(), List.of(), 0, List.of(), null, error);
        }
        JudgedHosts known = judged.get();
        int[] matching = matching(known, state);
        return new HostsPage(
                seen,
                hosts.path(),
                state,
                known,
                HostsSummary.of(known),
                findings,
                tabs(known, state),
                IntStream.of(matching)
                        .limit(state.limit())
                        .mapToObj(number -> row(known, number))
                        .toList(),
                matching.length,
                window(known, findings, state),
                state.name() == null ? null : Lookup.of(known, state.name(), reply),
                error);
    }

    /** Without a search, a block list is shown only when it is asked for. */
    private static int[] matching(JudgedHosts judged, HostsState state) {
        HostsFile file = judged.hosts().file();
        EntryGroup chosen = state.group();
        return IntStream.rangeClosed(1, file.lines())
                .filter(judged.grouping()::isEntry)
                .filter(number -> chosen == null
                        ? state.isFiltered() || !judged.grouping().isIn(number, EntryGroup.BLOCK_LIST)
                        : judged.grouping().isIn(number, chosen))
                .filter(number -> state.search().matches(file, number))
                .toArray();
    }

    private static List<Tab> tabs(JudgedHosts judged, HostsState state) {
        int all = Stream.of(EntryGroup.values())
                .filter(group -> group != EntryGroup.BLOCK_LIST)
                .mapToInt(judged.grouping()::count)
                .sum();
        boolean blocks = judged.grouping().count(EntryGroup.BLOCK_LIST) > 0;
        Tab first = new Tab(null, blocks ? "All but the block list" : "All", all, state.group() == null);
        Stream<Tab> groups = Stream.of(EntryGroup.values())
                .map(group -> new Tab(group, group.label(), judged.grouping().count(group), group == state.group()))
                .filter(tab -> tab.count() > 0 || tab.isChosen());
        return Stream.concat(Stream.of(first), groups).toList();
    }

    private static Row row(JudgedHosts judged, int number) {
        HostsFile file = judged.hosts().file();
        HostsLine line = file.line(number);
        List<String> names = line.names().stream().limit(MOST_NAMES).toList();
        List<EarlierLine> earlier = line.kind() == LineKind.ENTRY
                ? names.stream()
                        .flatMap(name -> EarlierLine.of(file, number, name).stream())
                        .toList()
                : List.of();
        EntryGroup group = judged.grouping().of(number).orElseThrow();
        return new Row(
                line, group, names, line.names().size() - names.size() + line.moreNames(), LineNote.of(line), earlier);
    }

    private static List<RawLine> window(JudgedHosts judged, List<HostsFinding> findings, HostsState state) {
        HostsFile file = judged.hosts().file();
        int chosen = state.line() == null ? 0 : Math.min(state.line(), file.lines());
        int from = Math.max(1, chosen - BEFORE);
        return IntStream.rangeClosed(from, Math.min(file.lines(), from + WINDOW - 1))
                .mapToObj(file::line)
                .map(line -> new RawLine(
                        line,
                        findings.stream()
                                .filter(finding -> finding.lines().contains(line.number()))
                                .toList(),
                        LineNote.of(line),
                        line.number() == chosen))
                .toList();
    }

    public Reading<Hosts> reading() {
        return seen.reading();
    }

    /** The entries that are not shown. */
    public int rest() {
        return matching - rows.size();
    }

    /** The first line before the window that a step back shows; 0 when there is none. */
    public int before() {
        int first = window.isEmpty() ? 1 : window.get(0).line().number();
        return first == 1 ? 0 : Math.max(1, first - WINDOW + BEFORE);
    }

    /** The first line behind the window; 0 when there is none. */
    public int after() {
        int last = window.isEmpty() ? 0 : window.get(window.size() - 1).line().number();
        return judged == null || last >= judged.hosts().file().lines() ? 0 : last + 1;
    }
}
