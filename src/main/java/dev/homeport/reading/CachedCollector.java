package dev.homeport.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last reading of one collector. Readers take it at once and never wait for the operating system; one
 * {@link CollectorThread} calls {@link #collect} at the collector's {@link Pace}. It never throws: a failure leaves the
 * last good value, stale, with the reason, which is logged once.
 *
 * @param <T> what is read
 */
public final class CachedCollector<T> {

    private static final Logger LOG = LoggerFactory.getLogger(CachedCollector.class);

    private final String name;
    private final Collector<T> collector;
    private final Pace pace;
    private final CollectorMetrics metrics;
    private final Consumer<ReadingChanged> listener;
    private final InstantSource clock;
    private final LongSupplier ticker;

    /** Revisions of an earlier start of Homeport must not look current. */
    private final String epoch = Long.toString(ThreadLocalRandom.current().nextLong(1 << 30), Character.MAX_RADIX);

    private final Arrivals arrivals = new Arrivals();
    private volatile Taken<T> last;

    /** When the collection began that is running; null while none is. */
    private volatile @Nullable Long runningSince;

    /** A collector that tells its changes to {@code listener}, on the thread that collects. */
    public CachedCollector(
            String name,
            Collector<T> collector,
            Pace pace,
            CollectorMetrics metrics,
            Consumer<ReadingChanged> listener) {
        this(name, collector, pace, metrics, listener, InstantSource.system(), System::nanoTime);
    }

    CachedCollector(
            String name,
            Collector<T> collector,
            Pace pace,
            CollectorMetrics metrics,
            Consumer<ReadingChanged> listener,
            InstantSource clock,
            LongSupplier ticker) {
        this.name = name;
        this.collector = collector;
        this.pace = pace;
        this.metrics = metrics;
        this.listener = listener;
        this.clock = clock;
        this.ticker = ticker;
        this.last = Taken.nothing(ticker.getAsLong());
        metrics.register(
                name, () -> snapshot().reading() instanceof Reading.Fresh, () -> last.ageSeconds(ticker.getAsLong()));
    }

    /** The reading's name: the event in {@code /events} and the tag of its meters. */
    public String name() {
        return name;
    }

    Pace pace() {
        return pace;
    }

    /** The last reading, at once. One that should have been renewed but was not is stale, whatever hinders it. */
    public Snapshot<T> snapshot() {
        Taken<T> taken = last;
        String revision = epoch + "." + taken.revision();
        Optional<Duration> silence = taken.silence(pace, ticker.getAsLong(), runningSince);
        if (silence.isEmpty()) {
            return new Snapshot<>(name, taken.reading(), revision);
        }
        Instant since = clock.instant().minus(silence.get()).truncatedTo(ChronoUnit.SECONDS);
        String reason = "The operating system has not answered since " + since + ".";
        return new Snapshot<>(name, taken.reading().failed(reason), revision + ".overdue");
    }

    /**
     * The same, once it was taken after {@code moment}: for somebody who has asked for just that, and waits.
     *
     * @param patience after which an older one has to do
     */
    public Snapshot<T> snapshotSince(Instant moment, Duration patience) {
        try {
            arrivals.await(() -> isSince(moment), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return snapshot();
    }

    /** Waits until there was a first reading, good or bad, but no longer than {@code patience}. */
    void awaitFirst(Duration patience) throws InterruptedException {
        arrivals.await(() -> last.revision() > 0, patience);
    }

    private boolean isSince(Instant moment) {
        return last.reading()
                .valueTakenAt()
                .filter(takenAt -> !takenAt.isBefore(moment))
                .isPresent();
    }

    /**
     * Takes the reading now, on the calling thread; a second caller waits for the first.
     *
     * @return how long it took
     */
    synchronized Duration collect() {
        Instant takenAt = clock.instant();
        long start = ticker.getAsLong();
        runningSince = start;
        Reading<T> reading;
        try {
            T value = collector.collect();
            reading = new Reading.Fresh<>(value, takenAt, Duration.ofNanos(ticker.getAsLong() - start));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            reading = last.reading().failed(reason(e));
            logOnce(reading, e);
        }
        long finished = ticker.getAsLong();
        Duration took = Duration.ofNanos(finished - start);
        metrics.record(name, took, reading instanceof Reading.Fresh);
        publish(reading, took, reading instanceof Reading.Fresh ? start : last.valueNanos(), finished);
        runningSince = null;
        return took;
    }

    private void publish(Reading<T> reading, Duration took, long valueNanos, long finished) {
        boolean changed = !reading.saysTheSameAs(last.reading());
        // The same value again is the same object: what follows from it need not be worked out anew (Conclusion).
        Reading<T> kept =
                changed ? reading : reading.map(value -> last.reading().latest().orElse(value));
        last = new Taken<>(kept, last.revision() + (changed ? 1 : 0), took, valueNanos, finished);
        arrivals.announce();
        if (changed) {
            tell();
        }
    }

    /** A listener that fails must not end the thread that collects. */
    private void tell() {
        try {
            listener.accept(new ReadingChanged(name));
        } catch (RuntimeException e) {
            LOG.error("A listener to changes of {} failed", name, e);
        }
    }

    private void logOnce(Reading<T> reading, Throwable cause) {
        if (!reading.whyNotFresh().equals(last.reading().whyNotFresh())) {
            LOG.warn("The reading of {} failed; what was read before stays, marked stale", name, cause);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
