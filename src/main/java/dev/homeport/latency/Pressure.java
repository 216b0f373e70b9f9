package dev.homeport.latency;

import org.jspecify.annotations.Nullable;

/**
 * What makes every program on a machine wait (DOMAIN R6.10).
 *
 * @param loadAverage of the last minute, programs that ran or wanted to; null where the system does not tell, or was not asked
 * @param processors that this process may use
 * @param throttled how often the quota of this process' control group stopped it since the last look; null without quota
 */
public record Pressure(
        @Nullable Double loadAverage,
        int processors,
        @Nullable Long throttled) {

    /** Nobody looked, because nothing seems wrong. */
    static final Pressure NOT_READ = new Pressure(null, 0, null);

    /** Whether more programs want to run than there are processors. */
    public boolean isBusy() {
        return loadAverage != null && loadAverage > processors;
    }

    public boolean isThrottled() {
        return throttled != null && throttled > 0;
    }
}
