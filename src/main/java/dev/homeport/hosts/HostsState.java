package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.ChoiceParameter;
import dev.homeport.answer.PageQuery;
import dev.homeport.answer.RowLimit;
import dev.homeport.answer.elsewhere.Elsewhere;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the reader of the hosts page chose; all of it stands in the page's address.
 *
 * @param group whose entries to show; null for all but the block list's
 * @param name to look up; null when none was given
 * @param line of the file to show; null for its beginning
 * @param limit how many entries to show
 */
record HostsState(
        PageQuery query,
        HostsSearch search,
        @Nullable EntryGroup group,
        @Nullable String name,
        @Nullable Integer line,
        int limit) {

    private static final String PAGE = "/hosts";
    private static final List<String> PARAMETERS = List.of(Elsewhere.PARAMETER, "q", "group", "name", "line", "limit");

    /** @throws BadParameter naming the parameter that makes no sense */
    static HostsState of(MultiValueMap<String, String> parameters) {
        return new HostsState(
                query(parameters),
                HostsSearch.of(parameters.getOrDefault("q", List.of())),
                group(parameters.getFirst("group")),
                LookupName.parse(parameters.getFirst("name")),
                line(parameters.getFirst("line")),
                RowLimit.parse(parameters.getFirst("limit")));
    }

    /** The state to show beside the message of a bad parameter: everything. */
    static HostsState unfiltered(MultiValueMap<String, String> parameters) {
        return new HostsState(query(parameters), HostsSearch.ALL, null, null, null, RowLimit.FIRST_ROWS);
    }

    private static PageQuery query(MultiValueMap<String, String> parameters) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> chosen.put(name, parameters.getOrDefault(name, List.of())));
        return new PageQuery(chosen);
    }

    private static @Nullable EntryGroup group(@Nullable String given) {
        return ChoiceParameter.parse("group", given, EntryGroup.values(), EntryGroup::text)
                .orElse(null);
    }

    private static @Nullable Integer line(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        } else if (!given.matches("[1-9]\\d{0,8}")) {
            throw new BadParameter("line", given, "the number of a line, from 1");
        }
        return Integer.valueOf(given);
    }

    /** The page's address with the window at one line of the file. */
    static String at(int line) {
        return PAGE + "?line=" + line + "#line-" + line;
    }

    /** The same, and all else as it is. */
    public String toLine(int line) {
        return query.with("line", List.of(Integer.toString(line))).href(PAGE) + "#line-" + line;
    }

    /** With the entries of one group, or of all. */
    public String ofGroup(@Nullable EntryGroup chosen) {
        return query.with("group", chosen == null ? List.of() : List.of(chosen.text()))
                .href(PAGE);
    }

    /** With a name in the look-up box. */
    public String lookingUp(String sought) {
        return query.with("name", List.of(sought)).href(PAGE) + "#lookup-title";
    }

    /** With so many entries. */
    public String withRows(int rows) {
        return query.with("limit", List.of(Integer.toString(rows))).href(PAGE);
    }

    /** What stands in the search field. */
    public String searched() {
        return String.join(" ", query.parameters().getOrDefault("q", List.of()));
    }

    public boolean isFiltered() {
        return !search.isEmpty();
    }

    /** All that a search keeps. */
    public Map<String, List<String>> kept() {
        return query.without(List.of("q")).parameters();
    }

    /** All that a look-up keeps. */
    public Map<String, List<String>> keptByLookup() {
        return query.without(List.of("name")).parameters();
    }

    /** All entries, for programs. */
    public String csv() {
        return query.only(List.of(Elsewhere.PARAMETER)).href("/api/hosts.csv");
    }

    /** The page as it is. */
    public String self() {
        return query.href(PAGE);
    }

    /** Without a search. */
    public String cleared() {
        return query.without(List.of("q")).href(PAGE);
    }
}
