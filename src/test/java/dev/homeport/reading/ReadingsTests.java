package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On real threads. */
class ReadingsTests {

    private static final Pace NEVER_AGAIN = new Pace(Duration.ofHours(1), Duration.ofHours(1));

    private final List<CachedCollector<?>> all = new ArrayList<>();
    private final Readings readings =
            new Readings(new Attention(), new CollectorMetrics(new SimpleMeterRegistry()), change -> {}, all::stream);

    @AfterEach
    void stop() {
        readings.stop();
    }

    @Test
    void firstReadingIsThereWhenTheStartReturns() {
        CachedCollector<String> one = renewed(readings.keep("one", () -> "a", NEVER_AGAIN));
        readings.start();
        assertThat(latest(one)).isEqualTo("a");
    }

    @Test
    void failureIsAFirstReadingToo() {
        CachedCollector<String> one = renewed(readings.keep(
                "one",
                () -> {
                    throw new IllegalStateException("no");
                },
                NEVER_AGAIN));
        readings.start();
        assertThat(one.snapshot().reading().whyNotFresh()).contains("no");
    }

    @Test
    void readingThatNeedsAnotherIsTakenAfterThatOnesFirst() {
        CountDownLatch released = new CountDownLatch(1);
        CachedCollector<String> needed = readings.keep(
                "needed",
                () -> {
                    released.await();
                    return "needed";
                },
                NEVER_AGAIN);
        CachedCollector<String> following =
                readings.keepAfter(needed, "following", () -> "after " + latest(needed), NEVER_AGAIN);
        CachedCollector<String> releasing = readings.keep(
                "releasing",
                () -> {
                    released.countDown();
                    return "released";
                },
                NEVER_AGAIN);
        renewed(following);
        renewed(needed);
        renewed(releasing);
        readings.start();
        assertThat(latest(following)).isEqualTo("after needed");
    }

    @Test
    void startDoesNotWaitForWhoAsksOtherMachines() {
        CountDownLatch started = new CountDownLatch(1);
        CachedCollector<String> peers = renewed(readings.keepUnawaited(
                "peers",
                () -> {
                    started.await();
                    return "told";
                },
                NEVER_AGAIN));
        CachedCollector<String> awaited = renewed(readings.keep("awaited", () -> "there", NEVER_AGAIN));
        readings.start();
        assertThat(latest(awaited)).isEqualTo("there");
        assertThat(latest(peers)).isEqualTo("nothing");
        started.countDown();
    }

    @Test
    void sourceThatHangsHoldsUpNeitherTheStartNorReaders() {
        CountDownLatch never = new CountDownLatch(1);
        CachedCollector<String> hanging = renewed(readings.keep(
                "hanging",
                () -> {
                    never.await();
                    return "too late";
                },
                NEVER_AGAIN));
        readings.start();
        assertThat(readings.isRunning()).isTrue();
        assertThat(hanging.snapshot().reading()).isInstanceOf(Reading.Missing.class);
    }

    private <T> CachedCollector<T> renewed(CachedCollector<T> collector) {
        all.add(collector);
        return collector;
    }

    private static String latest(CachedCollector<String> collector) {
        return collector.snapshot().reading().latest().orElse("nothing");
    }
}
