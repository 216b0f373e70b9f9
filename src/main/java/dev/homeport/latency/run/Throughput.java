package dev.homeport.latency.run;

import dev.homeport.latency.probe.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much went through loopback.
 *
 * @param address that it went to
 * @param rates with one stream, then with four; fewer when it failed
 * @param failure why it failed; null when it did not
 */
public record Throughput(
        String address, List<Rate> rates, @Nullable Failure failure) {

    /** What the number is, and what it is not (DOMAIN R6.14). */
    public static final String MEANING =
            "It measures how fast this machine’s processors copy memory through the kernel, while they do little else: no network "
                    + "card, no cable and no other machine has a part in it. A virtual machine does less than the 20 to "
                    + "100 Gbit/s that are often quoted, and so does one that is busy.";

    /** Bytes that arrived, over so many connections at once. */
    public record Rate(int streams, long bytes, double seconds) {

        public double gigabitsPerSecond() {
            return 8.0 * bytes / seconds / 1e9;
        }
    }
}
