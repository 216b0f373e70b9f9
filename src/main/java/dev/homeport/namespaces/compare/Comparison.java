package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.LoopbackMark;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.PortNames;
import dev.homeport.processes.Publication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two loopbacks side by side.
 *
 * @param shared whether both are one and the same loopback; null when that is not known
 * @param where which places they are
 * @param loopback their loopback interfaces
 * @param hosts the names that their hosts files do not agree on, {@code localhost} in any case; null when one is not known
 * @param equalNames on how many names they agree
 * @param ports on which something listens on either; null when one side's listeners are not known
 * @param published ports of the one that lead into the other
 * @param speeds of both
 * @param toRight by which addresses the left meets the right
 * @param toLeft the same the other way round
 */
public record Comparison(
        Side left,
        Side right,
        @Nullable Boolean shared,
        List<Difference> where,
        List<Difference> loopback,
        @Nullable List<Difference> hosts,
        int equalNames,
        @Nullable List<PortRow> ports,
        List<PublishedPort> published,
        List<SpeedPair> speeds,
        List<Road> toRight,
        List<Road> toLeft) {

    private static final PortNames PORT_NAMES = PortNames.iana();

    /** @param publications by the id of the side on which they are made */
    public static Comparison of(Side left, Side right, Map<String, List<Publication>> publications) {
        Boolean shared = shared(left, right);
        boolean apart = !Boolean.TRUE.equals(shared);
        Ways toRight = new Ways(left, right, !apart);
        Ways toLeft = new Ways(right, left, !apart);
        HostsDifference hosts = HostsDifference.of(left, right);
        List<PublishedPort> published = apart ? published(left, right, publications) : List.of();
        return new Comparison(
                left,
                right,
                shared,
                Facts.where(left, right),
                Facts.loopback(left, right),
                hosts == null ? null : hosts.names(),
                hosts == null ? 0 : hosts.equal(),
                PortRows.of(left, right, toLeft, toRight, published, PORT_NAMES),
                published,
                SpeedPair.of(left, right),
                toRight.roads(),
                toLeft.roads());
    }

    /** By what is the same for all who share a loopback, whoever tells it. */
    private static @Nullable Boolean shared(Side left, Side right) {
        if (left.id().equals(right.id())) {
            return true;
        }
        LoopbackMark one = left.place().loopback();
        LoopbackMark other = right.place().loopback();
        boolean areOfOneTime = left.kind() != Kind.SAVED && right.kind() != Kind.SAVED;
        return one == null || other == null ? null : one.isSameAs(other, areOfOneTime);
    }

    /** Into whichever side is a container, from the other, if that is the host of it. */
    private static List<PublishedPort> published(Side left, Side right, Map<String, List<Publication>> publications) {
        String machine = left.place().machine();
        boolean areOnOneMachine = left.kind().isOfThisMachine()
                && right.kind().isOfThisMachine()
                && machine != null
                && machine.equals(right.place().machine());
        if (!areOnOneMachine || left.isContainer() == right.isContainer()) {
            return List.of();
        }
        Side host = left.isContainer() ? right : left;
        return new PublishedPorts(host, left.isContainer() ? left : right)
                .of(publications.getOrDefault(host.id(), List.of()));
    }

    /** The answer, a sentence. */
    public String sentence() {
        String both = left.name() + " and " + right.name();
        if (shared == null) {
            return "Whether " + both + " share a loopback is not known: one of them does not tell which it has.";
        } else if (shared) {
            return upper(both) + " share one loopback: 127.0.0.1 is the same in both, and so is every port.";
        }
        return upper(both) + " have a loopback each: 127.0.0.1 in the one is not 127.0.0.1 in the other.";
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The ports where something listens only there, or on both sides; none where they are not known. */
    public List<PortRow> ports(PortRow.Where where) {
        return ports == null
                ? List.of()
                : ports.stream().filter(row -> row.where() == where).toList();
    }
}
