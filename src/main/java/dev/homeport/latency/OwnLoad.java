package dev.homeport.latency;

import java.time.Duration;

/**
 * What measuring costs this machine (DOMAIN R6.8).
 *
 * @param cpu processor time of all threads that measure and answer
 * @param running since when, as a duration
 * @param sockets that are kept open for it
 */
public record OwnLoad(Duration cpu, Duration running, int sockets) {

    /** Percent of one core. */
    public double percentOfCore() {
        return running.isZero() ? 0 : 100.0 * cpu.toNanos() / running.toNanos();
    }
}
