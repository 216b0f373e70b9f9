package dev.homeport.latency;

import dev.homeport.latency.clockwork.Lane;
import dev.homeport.latency.clockwork.Lanes;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.latency.run.Runs;
import dev.homeport.latency.run.ThroughputTest;
import dev.homeport.latency.run.Turn;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ControlGroups;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Pace;
import dev.homeport.reading.Readings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LatencyConfiguration {

    /** Long enough to see a connect that was sent a second and a third time (after 1 and 3 s, DOMAIN R6.11). */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Held while this machine is loaded on purpose. */
    @Bean
    Lock quiet() {
        return new ReentrantLock();
    }

    @Bean
    LatencyCollector latencyCollector(Lock quiet, NamespaceRoot root, LatencyProperties properties) {
        Threads threads = new Threads();
        Watch watch = new Watch(PATIENCE);
        Probes probes = new Probes(threads, watch);
        Map<ProbeTarget, Lane> lanes = new EnumMap<>(ProbeTarget.class);
        for (ProbeTarget target : ProbeTarget.values()) {
            int samples = target.samples(properties.samples());
            lanes.put(target, new Lane(probes.prober(target), samples, properties.interval(), InstantSource.system()));
        }
        return new LatencyCollector(
                new Lanes(lanes, Executors.newCachedThreadPool(threads.named("prober")), watch::look),
                properties.interval(),
                quiet,
                threads,
                new PressureGauge(root, ControlGroups.MOUNTED),
                InstantSource.system(),
                System::nanoTime);
    }

    @Bean
    CachedCollector<Latency> latencyReading(
            LatencyCollector latencyCollector, LatencyProperties properties, Readings readings) {
        return readings.keep("latency", latencyCollector, Pace.fixed(properties.interval()));
    }

    @Bean
    Turn turn() {
        return new Turn();
    }

    @Bean
    Runs latencyRuns(Turn turn) {
        return new Runs(turn, new Threads(), new Watch(PATIENCE), InstantSource.system());
    }

    @Bean
    ThroughputTest throughputTest(Turn turn, Lock quiet) {
        return new ThroughputTest(turn, new Threads().named("throughput"), quiet);
    }
}
