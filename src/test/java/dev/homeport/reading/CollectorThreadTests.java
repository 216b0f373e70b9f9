package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
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
    void idleReadingIsTakenSoonWhenSomebodyLooks() throws InterruptedException {
        start(Duration.ofMillis(1), NEVER);
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(collections.poll())
                .as("nobody looks, and the idle period is an hour")
                .isNull();
        attention.pay();
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(collections.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void stoppedThreadCollectsNoMore() throws InterruptedException {
        start(Duration.ofMillis(1), Duration.ofMillis(1));
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

    private void start(Duration watched, Duration idle) {
        Collector<String> counted = () -> {
            collections.add("collected");
            return "a";
        };
        var collector = new CachedCollector<>(
                getClass().getSimpleName(),
                counted,
                new Pace(watched, idle),
                new CollectorMetrics(new SimpleMeterRegistry()),
                change -> {});
        thread = new CollectorThread(collector, attention, null);
        thread.start();
    }
}
