package dev.homeport.health.loopback;

import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.Loopback;
import dev.homeport.net.IpAddress;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one proof that loopback works (DOMAIN R5.7, R5.30): a new TCP connection to a listener of this process, and a byte
 * there and back. It is reset, so that nothing of it stays; of rules for single ports it says nothing (R5.33). Not by ICMP,
 * nor by {@code InetAddress.isReachable}, which fail where TCP works (R5.34, R5.35).
 *
 * @param patience how long it may take, all in all
 */
public record SelfTest(Duration patience) {

    public Attempt of(IpAddress address) {
        long start = System.nanoTime();
        try (Loopback.Pair pair = Loopback.connect(address, patience)) {
            pair.exchange(patience.minus(since(start)));
            return new Attempt(null);
        } catch (IOException e) {
            return new Attempt(Failure.of(e));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * What came of one self-test.
     *
     * @param failure null when the byte came back
     */
    public record Attempt(@Nullable Failure failure) {

        /** What the operating system says of a process that has as many files open as it may. */
        private static final String NO_DESCRIPTOR = "Too many open files";

        public LoopbackAnswer answer() {
            if (failure == null) {
                return LoopbackAnswer.WORKS;
            }
            boolean wasTried = !failure.absence() && !failure.detail().contains(NO_DESCRIPTOR);
            return wasTried ? LoopbackAnswer.FAILS : LoopbackAnswer.UNTESTED;
        }
    }
}
