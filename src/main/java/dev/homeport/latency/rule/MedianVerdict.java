package dev.homeport.latency.rule;

import dev.homeport.latency.probe.ProbeKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a median says of the machine (DOMAIN R6.12). */
public enum MedianVerdict {
    GOOD("as it should be"),
    BUSY("busy, or virtualised"),
    UNUSUAL("three times its usual"),
    SLOW("abnormally slow");

    private static final double BUSY_ROUND_TRIP = 300;
    private static final double BUSY_CONNECT = 500;
    private static final int UNUSUAL_FACTOR = 3;

    /** Below that nobody notices, however unusual it is. */
    private static final double NOTICEABLE = 100;

    private final String label;

    MedianVerdict(String label) {
        this.label = label;
    }

    /**
     * Of a median.
     *
     * @param usual the median of the last 24 hours in microseconds; null while that is not known
     * @param warn from where on it is abnormal
     * @return null for kinds whose times depend on what is not loopback's affair
     */
    public static @Nullable MedianVerdict of(
            ProbeKind kind, double medianMicros, @Nullable Double usual, Duration warn) {
        if (kind == ProbeKind.RESOLVE || kind == ProbeKind.ICMP || Double.isNaN(medianMicros)) {
            return null;
        } else if (medianMicros >= warn.toNanos() / 1e3) {
            return SLOW;
        } else if (usual != null && medianMicros > NOTICEABLE && medianMicros > UNUSUAL_FACTOR * usual) {
            return UNUSUAL;
        }
        return medianMicros < (kind == ProbeKind.CONNECT ? BUSY_CONNECT : BUSY_ROUND_TRIP) ? GOOD : BUSY;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }
}
