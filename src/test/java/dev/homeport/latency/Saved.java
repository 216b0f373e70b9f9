package dev.homeport.latency;

import dev.homeport.latency.clockwork.Punctuality;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.Outcome;
import dev.homeport.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Made-up latencies: rounds every ten seconds that end at noon. */
public final class Saved {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Map<ProbeTarget, Track> tracks = new EnumMap<>(ProbeTarget.class);
    private final Map<ProbeTarget, Double> usual = new EnumMap<>(ProbeTarget.class);
    private Pressure pressure = new Pressure(0.4, 2, null);

    private Saved() {}

    /** A machine on which all is well, measured for 20 minutes; it sends no ICMP. */
    public static Saved healthy() {
        Saved saved = new Saved();
        for (ProbeTarget target : ProbeTarget.values()) {
            saved.rounds(target, 120, 18_000 + 2_000L * target.ordinal(), 10);
        }
        var forbidden = new Failure(Outcome.NOT_PERMITTED, "Permission denied", true);
        return saved.failing(ProbeTarget.ICMP4, forbidden).failing(ProbeTarget.ICMP6, forbidden);
    }

    /** A day of a machine that is busy in the afternoon, was switched off for two hours, and lost two packets. */
    public static Saved day() {
        Saved saved = new Saved();
        Random random = new Random(127);
        for (ProbeTarget target : ProbeTarget.values()) {
            Track track = Track.EMPTY;
            double base = 16_000 + 1_500 * target.ordinal();
            for (int i = 8_640; i >= 1; i--) {
                double hour = 24 - i / 360.0;
                double busy = 1 + Math.exp(-Math.pow(hour - 19, 2) / 4);
                boolean off = hour > 4 && hour < 6;
                boolean lost = target == ProbeTarget.TCP6 && (i == 1_850 || i == 1_900);
                long[] times = new long[lost ? 0 : target.samples(10)];
                Arrays.setAll(times, sample -> (long)
                        (base * busy * (1 + Math.abs(random.nextGaussian()) / 8 + (random.nextInt(400) == 0 ? 6 : 0))));
                track = off
                        ? track
                        : track.with(Round.of(
                                NOON.minus(INTERVAL.multipliedBy(i)),
                                Duration.ZERO,
                                new Burst(times, lost ? timedOut() : null)));
            }
            saved.tracks.put(target, track);
        }
        return saved;
    }

    public static Failure timedOut() {
        return new Failure(Outcome.TIMED_OUT, "No answer in time", false);
    }

    public static Failure absent() {
        return new Failure(Outcome.ADDRESS_NOT_AVAILABLE, "Cannot assign requested address", true);
    }

    /** So many rounds of so many samples, each a little slower than the one before it. */
    private Saved rounds(ProbeTarget target, int count, long nanos, int samples) {
        Track track = Track.EMPTY;
        for (int i = count; i >= 1; i--) {
            long[] times = new long[samples];
            Arrays.setAll(times, sample -> nanos + 500L * sample);
            track = track.with(Round.of(NOON.minus(INTERVAL.multipliedBy(i)), Duration.ZERO, new Burst(times, null)));
        }
        tracks.put(target, track);
        return this;
    }

    /** The same, with one round more, of these times. */
    public Saved then(ProbeTarget target, long... nanos) {
        Burst burst = new Burst(nanos, null);
        tracks.compute(target, (key, track) -> track.with(Round.of(NOON, Duration.ZERO, burst)));
        return this;
    }

    /** The same, with one round more after the clock was set back. */
    public Saved anHourEarlier(ProbeTarget target, long... nanos) {
        Round round = Round.of(NOON.minus(Duration.ofHours(1)), Duration.ZERO, new Burst(nanos, null));
        tracks.compute(target, (key, track) -> track.with(round));
        return this;
    }

    /** The same, with one round more, that failed at once. */
    public Saved failing(ProbeTarget target, Failure failure) {
        Burst burst = new Burst(new long[0], failure);
        tracks.compute(
                target,
                (key, track) -> (failure.absence() ? Track.EMPTY : track).with(Round.of(NOON, Duration.ZERO, burst)));
        return this;
    }

    public Saved usually(ProbeTarget target, double micros) {
        usual.put(target, micros);
        return this;
    }

    public Saved under(Pressure other) {
        pressure = other;
        return this;
    }

    public Latency build() {
        return new Latency(
                NOON,
                INTERVAL,
                tracks,
                Latency.lastMinute(tracks, NOON),
                usual,
                new Punctuality(1200, 1, 2, Duration.ofMillis(130)),
                new OwnLoad(Duration.ofMillis(600), Duration.ofMinutes(20), 8),
                pressure);
    }

    public Reading<Latency> reading() {
        return new Reading.Fresh<>(build(), NOON, Duration.ofMillis(5));
    }
}
