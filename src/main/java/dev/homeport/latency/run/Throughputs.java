package dev.homeport.latency.run;

import dev.homeport.answer.RateLimit;
import dev.homeport.net.IpAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tests of throughput, one at a time, and a few in a minute: each takes all processors for 2.4 seconds. */
@Component
public class Throughputs {

    private static final int MOST_IN_A_MINUTE = 6;

    private final ThroughputTest test;
    private final RateLimit limit = new RateLimit(MOST_IN_A_MINUTE, "throughput tests", System::nanoTime);
    private volatile @Nullable Throughput last;

    Throughputs(ThroughputTest test) {
        this.test = test;
    }

    /** @throws dev.homeport.answer.TooManyRequests when something else is being measured, or there were too many */
    public Throughput test(IpAddress address) {
        Throughput result = limit.run(() -> test.run(address));
        last = result;
        return result;
    }

    /** What the last one found; null before the first. */
    public @Nullable Throughput last() {
        return last;
    }
}
