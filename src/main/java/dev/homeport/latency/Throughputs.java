package dev.homeport.latency;

import dev.homeport.answer.RateLimit;
import dev.homeport.latency.run.Throughput;
import dev.homeport.latency.run.ThroughputTest;
import dev.homeport.net.IpAddress;
import org.springframework.stereotype.Component;

/** Tests of throughput, one at a time, and a few in a minute: each takes all processors for three seconds. */
@Component
class Throughputs {

    private static final int MOST_IN_A_MINUTE = 6;

    private final ThroughputTest test;
    private final RateLimit limit = new RateLimit(MOST_IN_A_MINUTE, "throughput tests", System::nanoTime);

    Throughputs(ThroughputTest test) {
        this.test = test;
    }

    /** @throws dev.homeport.answer.TooManyRequests when there is another one, or there were too many */
    Throughput test(IpAddress address) {
        return limit.run(() -> test.run(address));
    }
}
