package dev.homeport.latency.counters;

/**
 * How a counter moved.
 *
 * @param total what it says now, since the network namespace was made
 * @param lately how much it rose in the last ten minutes
 * @param perSecond how fast it rose since the last look
 */
public record Rise(long total, long lately, double perSecond) {}
