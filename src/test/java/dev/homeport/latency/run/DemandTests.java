package dev.homeport.latency.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homeport.answer.TooManyRequests;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.net.IpAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Measurements on demand, on this machine's own loopback. */
class DemandTests {

    private final Turn turn = new Turn();
    private final Runs runs = new Runs(turn, new Threads(), new Watch(Duration.ofSeconds(4)), InstantSource.system());
    private final ThroughputTest throughput =
            new ThroughputTest(turn, new Threads().named("throughput"), new ReentrantLock());

    private static void awaitEnd(Run run) {
        while (run.isRunning()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneMeasurementAtATimeOfWhicheverKind() {
        Run run = runs.start(ProbeTarget.CONNECT4, 100_000);
        assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> throughput.run(IpAddress.IPV4_LOOPBACK));
        assertThatExceptionOfType(TooManyRequests.class).isThrownBy(() -> runs.start(ProbeTarget.TCP4, 1_000));
        run.cancel();
        awaitEnd(run);
        assertThat(run.state().status()).isEqualTo(Run.Status.CANCELLED);
        Run next = runs.start(ProbeTarget.TCP4, 1_000);
        awaitEnd(next);
        assertThat(next.state().result().samples()).isEqualTo(1_000);
    }

    @Test
    void throughputIsMeasuredWithOneStreamAndWithFour() {
        Throughput measured = throughput.run(IpAddress.IPV4_LOOPBACK);
        assertThat(measured.failure()).isNull();
        assertThat(measured.rates()).extracting(Throughput.Rate::streams).containsExactly(1, 4);
        assertThat(measured.rates()).allMatch(rate -> rate.gigabitsPerSecond() > 0);
    }

    @Test
    void theLastTenRunsAreKept() {
        Run first = runs.start(ProbeTarget.RESOLVE, 1_000);
        awaitEnd(first);
        List<Run> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Run run = runs.start(ProbeTarget.TCP4, 1_000);
            awaitEnd(run);
            others.add(run);
        }
        assertThat(runs.of(first.id())).isEmpty();
        assertThat(others).allMatch(run -> runs.of(run.id()).isPresent());
    }
}
