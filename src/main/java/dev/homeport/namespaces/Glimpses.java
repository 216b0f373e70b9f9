package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.source.ProcessGroup;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Vantage;
import dev.homeport.platform.vantage.ProcessSight;
import dev.homeport.processes.SharedHolders;
import dev.homeport.processes.SocketHolders;
import dev.homeport.reading.Allowance;
import dev.homeport.reading.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The foreign network namespaces that are looked at, and what looking at several of them has in common. Used by one thread. */
final class Glimpses {

    /** Looking whether processes are readable reads a link of each; it hardly ever changes. */
    private static final int LOOKS_AT_SIGHT = 20;

    /** One part in so many of the time may be spent in foreign namespaces. */
    private static final int SHARE_FOR_VISITS = 200;

    private static final Duration SAVED_UP = Duration.ofMillis(20);

    private static final long FIRST_VISITS_NANOS = Duration.ofSeconds(1).toNanos();

    private final Allowance forVisits = new Allowance(SHARE_FOR_VISITS, SAVED_UP, System::nanoTime);
    private final NamespaceRoot own;
    private final NamespaceAttention attention;
    private final Map<Long, Glimpse> glimpses = new HashMap<>();
    private final Map<Path, SharedHolders> holders = new HashMap<>();
    private final Map<Path, Optional<Limit>> hidden = new HashMap<>();
    private int looks;
    private long readingNanos;

    /** @param attention tells at which namespaces somebody looks */
    Glimpses(NamespaceRoot own, NamespaceAttention attention) {
        this.own = own;
        this.attention = attention;
    }

    /** Begins a reading: forgets all namespaces but those with these keys. */
    void retain(Set<Long> keys) {
        readingNanos = System.nanoTime();
        glimpses.keySet().retainAll(keys);
        Set<String> parts = keys.stream().map(String::valueOf).collect(Collectors.toSet());
        holders.values().forEach(shared -> shared.retain(parts));
        if (looks++ % LOOKS_AT_SIGHT == 0) {
            hidden.clear();
        }
    }

    Sight look(ProcessGroup group, NetworkNamespace namespace, Reading<Vantage> here) {
        Glimpse glimpse = glimpses.get(group.key());
        if (glimpse == null || !glimpse.isOf(group)) {
            glimpse = new Glimpse(
                    group.roots(),
                    namespace.kind() == Kind.HOST,
                    new Visit(own, group.key()),
                    holders.computeIfAbsent(group.proc(), proc -> new SharedHolders(new SocketHolders(proc)::of))
                            .part(Long.toString(group.key())));
            glimpses.put(group.key(), glimpse);
        }
        glimpse.visit().want(attention.isPaid(namespace.id()));
        if (isTurnOf(glimpse.visit())) {
            long start = forVisits.now();
            glimpse.visit().go(group.roots());
            forVisits.payFrom(start);
        }
        return glimpse.look(namespace, group.roots(), vantage(here, group.proc(), namespace));
    }

    /**
     * Those where nobody has been come first, as far as there is time in a reading; then those that somebody looks at; of
     * several, the one that has waited longest.
     */
    private boolean isTurnOf(Visit visit) {
        if (visit.isFirst()) {
            return System.nanoTime() - readingNanos < FIRST_VISITS_NANOS;
        }
        boolean isNext = glimpses.values().stream()
                .map(Glimpse::visit)
                .filter(other -> !other.isFirst() && other.isDue())
                .min(Comparator.comparing((Visit other) -> !other.isWanted()).thenComparing(Visit::lastNanos))
                .filter(next -> next == visit)
                .isPresent();
        return isNext && forVisits.isLeft();
    }

    /** What can be seen of {@code namespace} from here. */
    private Reading<Vantage> vantage(Reading<Vantage> here, Path proc, NetworkNamespace namespace) {
        return here.map(seen -> seen.of(
                namespace.id(),
                namespace.container(),
                proc.equals(own.proc())
                        ? seen.ownersHidden()
                        : hidden.computeIfAbsent(
                                        proc, mounted -> new ProcessSight(NamespaceRoot.own(mounted)).limitOfMounted())
                                .orElse(null)));
    }
}
