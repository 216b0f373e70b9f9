package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On real threads; a time limit here only ends a test that would hang. */
class CollectorThreadTests {

    private static final Duration NEVER = Duration.ofHours(1);

    private final Attention attention = new Attention();
    private final BlockingQueue<String> collections = new LinkedBlockingQueue<>();
    private CollectorThread thread;

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void firstReadingIsThereWhenTheStartReturns() {
        CachedCollector<String> collector = start(() -> "a", Duration.ofMillis(1), NEVER);
        assertThat(collector.snapshot().reading().latest()).contains("a");
    }

    @Test
    void readingThatNeedsAnotherIsTakenAfterThatOnesFirst() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        CachedCollector<String> needed = collector(() -> {
            released.await();
            return "needed";
        });
        CollectorThread first = new CollectorThread(needed, attention);
        CachedCollector<String> following =
                collector(() -> "after " + needed.snapshot().reading().latest().orElse("nothing"));
        thread = new CollectorThread(following, attention, first);
        thread.start();
        first.start();
        released.countDown();
        new FirstReadings(List.of(first, thread)).start();
        first.stop();
        assertThat(following.snapshot().reading().latest()).contains("after needed");
    }

    @Test
    void startDoesNotWaitForWhoAsksOtherMachines() {
        CountDownLatch never = new CountDownLatch(1);
        thread = CollectorThread.unawaited(
                collector(() -> {
                    never.await();
                    return "too late";
                }),
                attention);
        thread.start();
        CachedCollector<String> awaited = collector(() -> "there");
        CollectorThread other = new CollectorThread(awaited, attention);
        other.start();
        FirstReadings first = new FirstReadings(List.of(thread, other));
        assertThat(first.awaited()).containsExactly(other);
        first.start();
        other.stop();
        assertThat(awaited.snapshot().reading().latest()).contains("there");
    }

    private CachedCollector<String> collector(Collector<String> source) {
        return new CachedCollector<>(
                "one", source, new Pace(NEVER, NEVER), new CollectorMetrics(new SimpleMeterRegistry()), change -> {});
    }

    @Test
    void idleReadingIsTakenSoonWhenSomebodyLooks() throws InterruptedException {
        start(() -> "a", Duration.ofMillis(1), NEVER);
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(collections.poll())
                .as("nobody looks, and the idle period is an hour")
                .isNull();
        attention.pay();
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void sourceThatHangsHoldsUpNeitherTheStartNorReaders() {
        CountDownLatch never = new CountDownLatch(1);
        CachedCollector<String> collector = start(
                () -> {
                    never.await();
                    return "too late";
                },
                Duration.ofMillis(1),
                NEVER);
        assertThat(thread.isRunning()).isTrue();
        assertThat(collector.snapshot().reading()).isInstanceOf(Reading.Missing.class);
    }

    @Test
    void stoppedThreadCollectsNoMore() throws InterruptedException {
        start(() -> "a", Duration.ofMillis(1), Duration.ofMillis(1));
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
        Thread worker = Thread.getAllStackTraces().keySet().stream()
                .filter(candidate ->
                        candidate.getName().equals("collector-" + getClass().getSimpleName()))
                .findFirst()
                .orElseThrow();
        thread.stop();
        worker.join(10_000);
        assertThat(worker.isAlive()).isFalse();
    }

    private CachedCollector<String> start(Collector<String> source, Duration watched, Duration idle) {
        Collector<String> counted = () -> {
            collections.add("collected");
            return source.collect();
        };
        var collector = new CachedCollector<>(
                getClass().getSimpleName(),
                counted,
                new Pace(watched, idle),
                new CollectorMetrics(new SimpleMeterRegistry()),
                change -> {});
        thread = new CollectorThread(collector, attention);
        thread.start();
        new FirstReadings(List.of(thread)).start();
        return collector;
    }
}
