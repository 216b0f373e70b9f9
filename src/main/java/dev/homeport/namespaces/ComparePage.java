package dev.homeport.namespaces;

import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.compare.PortRow;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.platform.Limit;
import dev.homeport.reading.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the comparison's page draws.
 *
 * @param readings that it is drawn from, by their names in the stream of changes
 * @param candidates all that can be chosen
 * @param left the id of the left side; null when there is none
 * @param comparison null when there are no two sides that answer
 * @param missing why a chosen side does not answer, a sentence; null when both do
 * @param limits what is out of sight, and what would show it
 * @param error what was wrong with what the reader asked for
 * @param saved how many saved states are kept
 */
record ComparePage(
        String readings,
        Reading<Namespaces> reading,
        List<CurrentSides.Candidate> candidates,
        @Nullable String left,
        @Nullable String right,
        @Nullable Comparison comparison,
        @Nullable String missing,
        List<Limit> limits,
        @Nullable String error,
        long saved) {

    private static final int MOST_ROWS = 200;

    static ComparePage of(Compared compared, @Nullable String error) {
        CurrentSides.Moment now = compared.now();
        return new ComparePage(
                now.readings(),
                now.reading(),
                now.candidates(),
                compared.choice().left().map(CurrentSides.Candidate::id).orElse(null),
                compared.choice().right().map(CurrentSides.Candidate::id).orElse(null),
                compared.comparison(),
                compared.missing(),
                now.limits(),
                error,
                now.candidates().stream()
                        .filter(one -> one.kind() == Kind.SAVED)
                        .count());
    }

    /** Those of a group that are drawn. */
    public List<PortRow> rows(PortRow.Where where) {
        return all(where).stream().limit(MOST_ROWS).toList();
    }

    /** How many more there are in it. */
    public int rest(PortRow.Where where) {
        return Math.max(0, all(where).size() - MOST_ROWS);
    }

    private List<PortRow> all(PortRow.Where where) {
        return comparison == null ? List.of() : comparison.ports(where);
    }

    /** The same for programs, with all of them. */
    public String json() {
        return UriComponentsBuilder.fromPath("/api/compare")
                .queryParam("left", left)
                .queryParam("right", right)
                .encode()
                .toUriString();
    }

    /** The groups of ports, in the order in which people ask for them. */
    public List<PortRow.Where> groups() {
        return List.of(PortRow.Where.ONLY_LEFT, PortRow.Where.ONLY_RIGHT, PortRow.Where.BOTH);
    }
}
