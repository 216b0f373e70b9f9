package dev.homeport.latency.rule;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Times that betray their cause: time-outs of the kernel and of resolvers, within a tenth (DOMAIN R6.11). Samples there
 * are a cluster when no more of those that took as long, or longer than half of it, lie elsewhere.
 */
public enum Fingerprint {
    DELAYED_ACK(
            "40 ms",
            EnumSet.of(ProbeKind.TCP),
            2,
            "Nagle and delayed ACK: somebody writes twice and then reads, without TCP_NODELAY. Homeport’s own probe sets it: "
                    + "so look for what holds small packets back here.",
            40_000,
            48_000),
    RETRANSMISSION(
            "200 ms and multiples",
            EnumSet.of(ProbeKind.TCP),
            2,
            "A segment was lost and sent again after the least time-out: a firewall that drops now and then, or a queue that "
                    + "overflows.",
            200_000,
            200_000,
            400_000,
            400_000,
            800_000,
            800_000),
    LOST_SYN(
            "1 s, 3 s",
            EnumSet.of(ProbeKind.CONNECT),
            1,
            "The first packet of a connection was lost and sent again: the listener’s accept queue is full, or a firewall drops.",
            1_000_000,
            1_000_000,
            3_000_000,
            3_000_000,
            7_000_000,
            7_000_000,
            15_000_000,
            15_000_000),
    NAME_SERVER(
            "5 s, 10 s",
            EnumSet.of(ProbeKind.RESOLVE),
            1,
            "A name server does not answer, and is waited for: localhost is not found in the hosts file, or is not looked for there "
                    + "first.",
            5_000_000,
            5_000_000,
            10_000_000,
            10_000_000,
            20_000_000,
            20_000_000);

    private static final double TENTH = 0.1;

    private final String value;
    private final Set<ProbeKind> kinds;
    private final int least;
    private final String cause;
    private final double[] ranges;

    /**
     * @param least how many samples make a cluster; one is enough for times that nothing else takes
     * @param ranges pairs in microseconds, each widened by a tenth
     */
    Fingerprint(String value, Set<ProbeKind> kinds, int least, String cause, double... ranges) {
        this.value = value;
        this.kinds = kinds;
        this.least = least;
        this.cause = cause;
        this.ranges = ranges;
    }

    /**
     * A cluster of samples at a fingerprint.
     *
     * @param samples how many
     */
    public record Match(Fingerprint fingerprint, long samples) {}

    /** The fingerprints in a distribution. */
    public static List<Match> in(ProbeKind kind, Distribution distribution) {
        List<Match> matches = new ArrayList<>();
        Arrays.stream(values())
                .filter(fingerprint -> fingerprint.kinds.contains(kind))
                .forEach(fingerprint -> {
                    long samples = fingerprint.count(distribution);
                    if (samples >= fingerprint.least && 2 * samples >= fingerprint.countOfSlow(distribution)) {
                        matches.add(new Match(fingerprint, samples));
                    }
                });
        return matches;
    }

    private long count(Distribution distribution) {
        long samples = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            samples += distribution.samplesBetween(ranges[i] * (1 - TENTH), ranges[i + 1] * (1 + TENTH));
        }
        return samples;
    }

    private long countOfSlow(Distribution distribution) {
        return distribution.samplesBetween(ranges[0] / 2, Double.MAX_VALUE);
    }

    /** {@code 40 ms}. */
    public String value() {
        return value;
    }

    /** What takes that long, a sentence or two. */
    public String cause() {
        return cause;
    }
}
