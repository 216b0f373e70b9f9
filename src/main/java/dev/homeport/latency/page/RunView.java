package dev.homeport.latency.page;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.Reasons;
import dev.homeport.latency.rule.Fingerprint;
import dev.homeport.latency.run.Run;
import dev.homeport.net.CountText;
import dev.homeport.net.DurationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the page shows it, at one moment.
 *
 * @param result what was measured until it ended; null while it runs
 * @param reason why exchanges failed; null when none did
 * @param shape of the result
 * @param fingerprints what the result says
 */
record RunView(
        Run run,
        Run.State state,
        @Nullable Distribution result,
        @Nullable String reason,
        Shape shape,
        List<Fingerprint.Match> fingerprints) {

    static RunView of(Run run) {
        Run.State state = run.state();
        Distribution result = state.result();
        Failure failure = state.failure();
        return new RunView(
                run,
                state,
                result,
                failure == null ? null : Reasons.of(run.target(), failure),
                result == null
                        ? Shape.of(List.of(), List.of())
                        : Shape.of(List.of(run.target().address()), List.of(result)),
                result == null ? List.of() : Fingerprint.in(run.target().kind(), result));
    }

    public boolean isRunning() {
        return state.status() == Run.Status.RUNNING;
    }

    /** {@code 10,000 round trips to 127.0.0.1}. */
    public String title() {
        return CountText.of(run.total()) + " × " + run.target().label();
    }

    /** How it stands, a few words. */
    public String standing() {
        String done = CountText.of(state.done()) + " of " + CountText.of(run.total());
        return switch (state.status()) {
            case RUNNING -> done + " done";
            case DONE -> "All done";
            case CANCELLED -> "Cancelled after " + done;
            case FAILED -> "Ended after " + done + ", because " + state.failures() + " failed";
        };
    }

    /** {@code 21.3 µs}. */
    public String text(double micros) {
        return DurationText.ofMicros(micros);
    }
}
