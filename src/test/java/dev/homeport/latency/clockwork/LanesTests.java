package dev.homeport.latency.clockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.probe.Exchange;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds of made-up exchanges, on a clock of the test's own. */
class LanesTests {

    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final AtomicLong ticker = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Takes as many nanoseconds as it is told, in turn. */
    private static Exchange echo(long... nanos) {
        return new Exchange() {

            private int next;

            @Override
            public long once() {
                return nanos[next++ % nanos.length];
            }

            @Override
            public int sockets() {
                return 2;
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }

    private Lane lane(Exchange.Opening opening) {
        Prober prober = new Prober(opening, new Prober.Habit(1, true, false), new Watch(Duration.ofSeconds(4)));
        return new Lane(prober, 10, INTERVAL, () -> START.plusNanos(ticker.get()));
    }

    private static Lanes lanes(Map<ProbeTarget, Lane> lanes, Executor threads) {
        return new Lanes(new EnumMap<>(lanes), threads, () -> {});
    }

    private void go(Lanes lanes, Duration later) throws InterruptedException {
        ticker.addAndGet(later.toNanos());
        lanes.measure(ticker.get(), Duration.ofSeconds(5));
    }

    @Test
    void knownDelaysGiveKnownPercentiles() throws InterruptedException {
        long[] delays = new long[100];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = (i + 1) * 1_000L;
        }
        Lanes lanes = lanes(Map.of(ProbeTarget.TCP4, lane(() -> echo(delays))), Runnable::run);
        for (int round = 0; round < 1000; round++) {
            go(lanes, INTERVAL);
        }
        Distribution all = Distribution.of(lanes.tracks().get(ProbeTarget.TCP4).since(START));
        assertThat(all.samples()).isEqualTo(10_000);
        assertThat(all.p50Micros()).isCloseTo(50, Percentage.withPercentage(2.1));
        assertThat(all.p99Micros()).isCloseTo(99, Percentage.withPercentage(1.1));
        assertThat(all.maxMicros()).isCloseTo(100, Percentage.withPercentage(0.1));
    }

    @Test
    void aDayOfRoundsKeepsItsScheduleAndItsBounds() throws InterruptedException {
        Lanes lanes = lanes(Map.of(ProbeTarget.TCP4, lane(() -> echo(20_000))), Runnable::run);
        long[] held = new long[3];
        for (int day = 0; day < held.length; day++) {
            for (int round = 0; round < 8_640; round++) {
                go(lanes, INTERVAL);
            }
            held[day] = lanes.tracks().get(ProbeTarget.TCP4).since(START).stream()
                    .mapToLong(Round::samples)
                    .sum();
        }
        assertThat(held[2]).isEqualTo(held[1]).isBetween(86_300L, 86_500L);
        assertThat(lanes.punctuality()).isEqualTo(new Punctuality(3 * 8_640, 0, 0, Duration.ZERO));
    }

    @Test
    void aMachineThatStoodStillIsLateAndHasMissedRounds() throws InterruptedException {
        Lanes lanes = lanes(Map.of(ProbeTarget.TCP4, lane(() -> echo(20_000))), Runnable::run);
        go(lanes, Duration.ZERO);
        go(lanes, Duration.ofSeconds(32));
        assertThat(lanes.punctuality()).isEqualTo(new Punctuality(2, 1, 2, Duration.ofSeconds(2)));
        List<Round> rounds = lanes.tracks().get(ProbeTarget.TCP4).since(START);
        assertThat(rounds)
                .extracting(Round::at)
                .containsExactly(START, START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30));
        assertThat(rounds).extracting(Round::samples).containsExactly(10, 0, 0, 10);
        assertThat(Distribution.of(rounds).maxMicros()).isLessThan(21);
        assertThat(Distribution.sinceDue(rounds).maxMicros()).isCloseTo(22e6, Percentage.withPercentage(0.1));
    }

    @Test
    void aTargetThatHangsMakesNoOtherLateAndItsOwnRoundsMissed() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        Exchange hanging = echo(20_000);
        Exchange.Opening opening = () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return hanging;
        };
        Lane stuck = lane(opening);
        AtomicReference<Executor> crew = new AtomicReference<>(threads);
        Lanes lanes = lanes(
                Map.of(ProbeTarget.TCP4, stuck, ProbeTarget.TCP6, lane(() -> echo(30_000))),
                work -> crew.get().execute(work));
        for (int round = 0; round < 3; round++) {
            ticker.addAndGet(round == 0 ? 0 : INTERVAL.toNanos());
            lanes.measure(ticker.get(), Duration.ofMillis(60));
        }
        assertThat(lanes.tracks().get(ProbeTarget.TCP6).since(START))
                .extracting(Round::samples)
                .containsOnly(10);
        assertThat(lanes.tracks().get(ProbeTarget.TCP4).last()).isEmpty();
        released.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        crew.set(Runnable::run);
        go(lanes, INTERVAL);
        assertThat(stuck.punctuality().missed()).isEqualTo(2);
        assertThat(lanes.punctuality().late()).isZero();
    }

    @Test
    void socketsAreCounted() throws InterruptedException {
        Lanes lanes = lanes(Map.of(ProbeTarget.TCP4, lane(() -> echo(1_000))), Runnable::run);
        assertThat(lanes.sockets()).isZero();
        go(lanes, Duration.ZERO);
        assertThat(lanes.sockets()).isEqualTo(2);
    }
}
