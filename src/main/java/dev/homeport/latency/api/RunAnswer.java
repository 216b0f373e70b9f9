package dev.homeport.latency.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.Reasons;
import dev.homeport.latency.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that was asked for.
 *
 * @param status {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param done how many exchanges succeeded, of {@code total}
 * @param reason why the last exchange that failed did so; null when none did
 * @param result what was measured until it ended; null while it runs
 */
record RunAnswer(
        String id,
        String target,
        String address,
        String status,
        int done,
        int total,
        int failures,
        Instant startedAt,
        @Nullable String reason,
        @Nullable Result result) {

    /** What was measured, as {@code /api/latency} tells it of a target. */
    record Result(String id, String address, @JsonUnwrapped Times times) {}

    static RunAnswer of(Run run) {
        Run.State state = run.state();
        Failure failure = state.failure();
        return new RunAnswer(
                run.id(),
                run.target().id(),
                run.target().address(),
                state.status().text(),
                state.done(),
                run.total(),
                state.failures(),
                run.startedAt(),
                failure == null ? null : Reasons.of(run.target(), failure),
                state.result() == null
                        ? null
                        : new Result(
                                run.target().id(), run.target().address(), Times.of(state.result(), state.failures())));
    }
}
