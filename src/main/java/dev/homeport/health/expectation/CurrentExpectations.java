package dev.homeport.health.expectation;

import dev.homeport.health.names.Names;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.ReadingChanged;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSockets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** What came of the expectations, judged anew when a reading that they are held against has changed. */
public class CurrentExpectations {

    private final List<Expectation> expectations;
    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Names> names;
    private final Attention attention;
    private final InstantSource clock;
    private final Map<String, Since> since = new HashMap<>();
    private @Nullable Instant ready;
    private boolean isComplete;
    private @Nullable Moment last;

    CurrentExpectations(
            List<Expectation> expectations,
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Names> names,
            Attention attention,
            InstantSource clock) {
        this.expectations = List.copyOf(expectations);
        this.sockets = sockets;
        this.names = names;
        this.attention = attention;
        this.clock = clock;
    }

    private record Since(Fulfilment standing, Instant at) {}

    /**
     * A verdict, and how long it has been so.
     *
     * @param since when it was first seen so
     */
    public record Judged(ExpectationVerdict verdict, Instant since) {}

    /**
     * What came of all of them at one moment.
     *
     * @param judged those that are not met first, then by name
     * @param sockets and {@code names}, the readings that they were held against
     */
    public record Moment(List<Judged> judged, Snapshot<ListeningSockets> sockets, Snapshot<Names> names) {

        public Moment {
            judged = List.copyOf(judged);
        }

        /** Both readings, with their names and revisions. */
        public List<Snapshot<?>> snapshots() {
            return List.of(sockets, names);
        }

        /** The one of the readings that says less. */
        public Reading<?> lessFresh() {
            return Reading.lessFresh(sockets.reading(), names.reading());
        }

        /** The present state as expectations; empty while it is not known. */
        public String baseline() {
            return sockets.reading()
                    .latest()
                    .flatMap(all -> names.reading().latest().map(known -> Baseline.of(all, known)))
                    .orElse("");
        }

        /** How many stand so. */
        public long count(Fulfilment standing) {
            return judged.stream()
                    .filter(one -> one.verdict().standing() == standing)
                    .count();
        }

        private boolean isOf(Snapshot<ListeningSockets> listening, Snapshot<Names> leading) {
            return sockets.revision().equals(listening.revision())
                    && names.revision().equals(leading.revision());
        }
    }

    /** At once, from the last readings. */
    public synchronized Moment now() {
        Snapshot<ListeningSockets> listening = sinceStart(sockets.snapshot());
        Snapshot<Names> leading = names.snapshot();
        Moment known = last;
        List<Judged> judged = known != null && known.isOf(listening, leading)
                ? known.judged()
                : judge(listening.reading(), leading.reading());
        last = new Moment(judged, listening, leading);
        return last;
    }

    private List<Judged> judge(Reading<ListeningSockets> listening, Reading<Names> leading) {
        var observed = new Expectation.Observed(listening, leading);
        return expectations.stream()
                .map(expectation -> judged(expectation.judge(observed)))
                .sorted(Comparator.comparing((Judged judged) -> judged.verdict().standing())
                        .thenComparing(judged -> judged.verdict().name()))
                .toList();
    }

    /** What was read before all of Homeport's own sockets were there lacks them, and is not judged. */
    private Snapshot<ListeningSockets> sinceStart(Snapshot<ListeningSockets> snapshot) {
        Instant started = ready;
        isComplete = isComplete
                || started != null
                        && snapshot.reading()
                                .valueTakenAt()
                                .filter(taken -> !taken.isBefore(started))
                                .isPresent();
        return isComplete
                ? snapshot
                : new Snapshot<>(
                        snapshot.name(),
                        new Reading.Missing<>("Homeport has only just started."),
                        snapshot.revision() + ".early");
    }

    private Judged judged(ExpectationVerdict verdict) {
        Since known = since.get(verdict.name());
        if (known == null || known.standing() != verdict.standing()) {
            known = new Since(verdict.standing(), clock.instant());
            since.put(verdict.name(), known);
        }
        return new Judged(verdict, known.at());
    }

    /** From now on all of Homeport's own sockets are there; the next reading should not be long in coming. */
    @EventListener
    synchronized void begin(ApplicationReadyEvent started) {
        ready = clock.instant();
        if (!expectations.isEmpty()) {
            attention.pay();
        }
    }

    /** Judges at once, so that what was so for a while only is not missed, and since when is right. */
    @EventListener
    void judgeAgain(ReadingChanged changed) {
        if (!expectations.isEmpty() && isOurs(changed.name())) {
            now();
        }
    }

    private boolean isOurs(String reading) {
        return reading.equals(sockets.name()) || reading.equals(names.name());
    }

    /** What they are called, in the order in which they were set. */
    public List<String> names() {
        return expectations.stream().map(Expectation::name).toList();
    }
}
