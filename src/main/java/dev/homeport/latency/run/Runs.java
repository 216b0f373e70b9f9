package dev.homeport.latency.run;

import dev.homeport.answer.TooManyRequests;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The runs that were asked for, one at a time; the last few are kept. */
public final class Runs implements AutoCloseable {

    private static final int KEPT = 10;
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Turn turn;
    private final Threads threads;
    private final Watch watch;
    private final InstantSource clock;
    private final Deque<Run> runs = new ArrayDeque<>();

    /**
     * @param turn shared with whatever else is measured on demand
     * @param threads that measure and answer
     * @param watch that ends what takes too long
     */
    public Runs(Turn turn, Threads threads, Watch watch, InstantSource clock) {
        this.turn = turn;
        this.threads = threads;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Begins a run.
     *
     * @throws TooManyRequests while something else is measured on demand
     */
    public synchronized Run start(ProbeTarget target, int count) {
        if (!turn.begin()) {
            throw new TooManyRequests("One at a time: another measurement is under way.", remaining());
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
        } finally {
            turn.end();
            run.end();
        }
    }

    /** How long the present run will go on at its pace. */
    private Duration remaining() {
        return running()
                .map(run -> run.remaining(clock.instant()))
                .filter(left -> left.compareTo(MOMENT) > 0)
                .orElse(MOMENT);
    }

    /** The run that is under way. */
    public synchronized Optional<Run> running() {
        return runs.stream().filter(Run::isRunning).findFirst();
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

    @Override
    public synchronized void close() {
        runs.forEach(Run::cancel);
    }
}
