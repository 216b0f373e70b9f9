package dev.homeport.latency.page;

import dev.homeport.latency.Latency;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.DurationText;
import java.util.Locale;

/**
 * What it costs to say {@code localhost} instead of the address, at each new connection.
 *
 * @param lookupMicros the median of look-ups in the last minute
 * @param connectMicros that of connects to 127.0.0.1
 */
record NameCost(double lookupMicros, double connectMicros) {

    static NameCost of(Latency latency) {
        return new NameCost(
                latency.now(ProbeTarget.RESOLVE).p50Micros(),
                latency.now(ProbeTarget.CONNECT4).p50Micros());
    }

    public boolean isKnown() {
        return !Double.isNaN(lookupMicros) && !Double.isNaN(connectMicros);
    }

    /** {@code 33.1 µs}: both together. */
    public String withName() {
        return DurationText.ofMicros(lookupMicros + connectMicros);
    }

    /** {@code 20.1 µs}. */
    public String withoutName() {
        return DurationText.ofMicros(connectMicros);
    }

    /** How many times as long a connection takes to set up. */
    public String factor() {
        return String.format(Locale.ROOT, "%.1f", (lookupMicros + connectMicros) / connectMicros);
    }
}
