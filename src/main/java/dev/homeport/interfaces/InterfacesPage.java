package dev.homeport.interfaces;

import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.source.Route;
import dev.homeport.platform.InterfaceCounters;
import dev.homeport.platform.Limit;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the interfaces page draws.
 *
 * @param readings that it is drawn from, by their names in the stream of changes
 * @param loopback whether loopback is as it should be, one check after the other
 * @param cards an interface each
 * @param routes the first of those to elsewhere
 * @param moreRoutes how many more there are
 */
record InterfacesPage(
        String readings,
        Seen<Interfaces> seen,
        Reading<Traffic> traffic,
        List<LoopbackCheck> loopback,
        List<Card> cards,
        List<Gateway> gateways,
        List<Route> routes,
        int moreRoutes,
        @Nullable NameServers dns,
        List<Setting> settings,
        @Nullable Long backlogDropped,
        List<Limit> limits) {

    private static final int MOST_ROUTES = 50;

    /**
     * An interface and what has passed it.
     *
     * @param counters null where they are not known
     */
    record Card(Interface link, @Nullable InterfaceCounters counters) {}

    static InterfacesPage of(Seen<Interfaces> seen, Snapshot<Traffic> passed) {
        Reading<Traffic> traffic = passed.reading();
        Optional<Interfaces> all = seen.reading().latest();
        List<Route> routes = all.map(Interfaces::routes).orElse(List.of());
        return new InterfacesPage(
                snapshots(seen, passed).names(),
                seen,
                traffic,
                all.map(LoopbackChecks::of).orElse(List.of()).stream()
                        .map(check -> seen.isElsewhere() ? check.elsewhere() : check)
                        .toList(),
                all.map(Interfaces::interfaces).orElse(List.of()).stream()
                        .map(link -> new Card(
                                link,
                                traffic.latest()
                                        .flatMap(known -> known.of(link.name()))
                                        .orElse(null)))
                        .toList(),
                all.map(Interfaces::gateways).orElse(List.of()),
                routes.stream().limit(MOST_ROUTES).toList(),
                Math.max(0, routes.size() - MOST_ROUTES),
                all.map(Interfaces::dns).orElse(null),
                all.map(known -> known.settings().all()).orElse(List.of()),
                traffic.latest().map(Traffic::backlogDropped).orElse(null),
                all.map(Interfaces::limits).orElse(List.of()));
    }

    public Reading<Interfaces> reading() {
        return seen.reading();
    }

    /** What it is drawn from. */
    static Snapshots snapshots(Seen<Interfaces> seen, Snapshot<Traffic> passed) {
        return Snapshots.of(seen.snapshot(), passed);
    }

    /** Whether loopback is as it should be, and what else there is, in a sentence; null while that is not known. */
    public @Nullable String sentence() {
        return loopback.isEmpty() ? null : verdict() + " " + others();
    }

    private String verdict() {
        return loopback.stream()
                .filter(check -> check.severity() != null)
                .min(Comparator.comparing(LoopbackCheck::severity))
                .map(worst -> (worst.severity() == Severity.INFO
                                ? "Loopback is as it should be, with one thing to know"
                                : "Loopback is not as it should be")
                        + " (" + worst.subject() + ": " + worst.observed().observed() + ").")
                .orElse("Loopback is as it should be.");
    }

    private String others() {
        List<Interface> others = cards.stream()
                .map(Card::link)
                .filter(link -> !link.isLoopback())
                .toList();
        long running = others.stream().filter(Interface::isRunning).count();
        if (others.isEmpty()) {
            return "There is no other interface: nothing leads out of here.";
        }
        return running + " of " + others.size() + (others.size() == 1 ? " other interface" : " other interfaces")
                + (running == 1 ? " is on." : " are on.");
    }

    /** {@code 1.4 MB}, in powers of ten as ip(8) and ifconfig(8) count. */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
