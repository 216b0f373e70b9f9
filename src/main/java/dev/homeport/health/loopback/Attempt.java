package dev.homeport.health.loopback;

import dev.homeport.latency.probe.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What came of one self-test.
 *
 * @param failure null when the byte came back
 */
public record Attempt(@Nullable Failure failure) {

    /** What the operating system says of a process that has as many files open as it may. */
    private static final String NO_DESCRIPTOR = "Too many open files";

    public Answer answer() {
        if (failure == null) {
            return Answer.WORKS;
        }
        boolean wasTried = !failure.absence() && !failure.detail().contains(NO_DESCRIPTOR);
        return wasTried ? Answer.FAILS : Answer.UNTESTED;
    }
}
