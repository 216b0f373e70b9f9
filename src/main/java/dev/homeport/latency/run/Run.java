package dev.homeport.latency.run;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Prober;
import dev.homeport.net.Named;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Many exchanges, one right after the other. That is another thing than the rounds of the schedule: a processor that is
 * kept busy answers sooner than one that slept (DOMAIN R6.9). One thread runs it; others look and cancel.
 */
public final class Run {

    /** So many at a time, after each of which it looks whether it was cancelled. */
    private static final int CHUNK = 250;

    /** So many may fail before it gives up; each may have cost the whole patience. */
    private static final int MOST_FAILURES = 3;

    private final String id;
    private final ProbeTarget target;
    private final int total;
    private final Instant startedAt;
    private long[] nanos;
    private volatile State state = new State(Status.RUNNING, 0, 0, null, null);
    private volatile boolean cancelled;

    /** How far it has come. */
    public enum Status implements Named {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * How it stands.
     *
     * @param done how many exchanges succeeded
     * @param failures how many did not
     * @param failure why the last of these did not; null when all did
     * @param result of what was done, once it has ended
     */
    public record State(
            Status status,
            int done,
            int failures,
            @Nullable Failure failure,
            @Nullable Distribution result) {

        private State ended(Status how, Distribution result) {
            return new State(how, done, failures, failure, result);
        }
    }

    Run(String id, ProbeTarget target, int total, Instant startedAt) {
        this.id = id;
        this.target = target;
        this.total = total;
        this.startedAt = startedAt;
        this.nanos = new long[total];
    }

    /** Does it all, on the calling thread; {@link #end} is to follow. */
    void go(Prober prober) {
        while (!cancelled && state.done() < total && !isHopeless(state)) {
            int from = state.done();
            Burst burst = prober.burst(Math.min(CHUNK, total - from));
            System.arraycopy(burst.nanos(), 0, nanos, from, burst.nanos().length);
            boolean failed = burst.failure() != null;
            state = new State(
                    Status.RUNNING,
                    from + burst.nanos().length,
                    state.failures() + (failed ? 1 : 0),
                    failed ? burst.failure() : state.failure(),
                    null);
        }
    }

    /** Says that it is over, once the next one may begin. */
    void end() {
        Status how = state.done() == total ? Status.DONE : cancelled ? Status.CANCELLED : Status.FAILED;
        state = state.ended(how, Distribution.of(nanos, state.done()));
        nanos = new long[0]; // it is kept for a while yet, and needs them no more
    }

    private static boolean isHopeless(State state) {
        Failure failure = state.failure();
        return state.failures() >= MOST_FAILURES || failure != null && failure.absence();
    }

    /** How long what is left will take at the pace of what is done. */
    Duration remaining(Instant now) {
        int done = Math.max(1, state.done());
        return Duration.between(startedAt, now)
                .multipliedBy(total - state.done())
                .dividedBy(done);
    }

    /** Ends it soon; what was measured until then stays. */
    public void cancel() {
        cancelled = true;
    }

    public String id() {
        return id;
    }

    public ProbeTarget target() {
        return target;
    }

    /** How many exchanges it was asked for. */
    public int total() {
        return total;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public State state() {
        return state;
    }

    public boolean isRunning() {
        return state.status() == Status.RUNNING;
    }
}
