package dev.homeport.latency.run;

import dev.homeport.answer.TooManyRequests;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Target;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The runs that were asked for, one at a time; the last few are kept. */
public final class Runs implements AutoCloseable {

    private static final int KEPT = 10;
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Threads threads;
    private final Watch watch;
    private final InstantSource clock;
    private final Deque<Run> runs = new ArrayDeque<>();

    /**
     * @param threads that measure and answer
     * @param watch that ends what takes too long
     */
    public Runs(Threads threads, Watch watch, InstantSource clock) {
        this.threads = threads;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Begins a run.
     *
     * @throws TooManyRequests while there is another one
     */
    public synchronized Run start(Target target, int count) {
        if (runs.stream().anyMatch(Run::isRunning)) {
            throw new TooManyRequests("One at a time: another run is under way.", MOMENT);
        }
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);
        Run run = new Run(id, target, count, clock.instant());
        runs.addFirst(run);
        if (runs.size() > KEPT) {
            runs.removeLast();
        }
        threads.named("run").newThread(() -> go(run)).start();
        threads.named("watch").newThread(() -> lookAfter(run)).start();
        return run;
    }

    private void go(Run run) {
        try (Prober prober = new Probes(threads, watch).prober(run.target())) {
            run.go(prober);
        }
    }

    private void lookAfter(Run run) {
        try {
            while (run.isRunning()) {
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                watch.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run with that id, while it is kept. */
    public synchronized Optional<Run> of(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Those that are kept, the last one first. */
    public synchronized List<Run> all() {
        return List.copyOf(runs);
    }

    @Override
    public synchronized void close() {
        runs.forEach(Run::cancel);
    }
}
