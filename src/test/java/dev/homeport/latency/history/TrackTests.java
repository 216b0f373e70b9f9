package dev.homeport.latency.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.probe.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrackTests {

    private static final Instant START = Instant.parse("2026-11-20T22:58:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** A round of ten samples, which take as many microseconds as it is rounds since the start. */
    private static Round round(Instant at) {
        long[] nanos = new long[10];
        Arrays.fill(nanos, (1 + Duration.between(START, at).dividedBy(INTERVAL)) * 1000);
        return Round.of(at, Duration.ZERO, new Burst(nanos, null));
    }

    private static Track after(Track track, Instant from, long rounds) {
        Track all = track;
        for (long i = 0; i < rounds; i++) {
            all = all.with(round(from.plus(INTERVAL.multipliedBy(i))));
        }
        return all;
    }

    @Test
    void aSecondDayTakesNoMoreRoomThanTheFirst() {
        Track first = after(Track.EMPTY, START, 8640);
        Track second = after(first, START.plus(Duration.ofDays(1)), 8640);
        Track third = after(second, START.plus(Duration.ofDays(2)), 8640);
        assertThat(first.since(Instant.EPOCH)).hasSizeLessThan(1500);
        assertThat(third.since(Instant.EPOCH))
                .hasSameSizeAs(second.since(Instant.EPOCH))
                .hasSizeLessThan(1500);
    }

    @Test
    void allOfADayIsThere() {
        Track day = after(Track.EMPTY, START, 8640);
        Instant end = START.plus(Duration.ofDays(1));
        assertThat(day.triesSince(end.minus(Track.KEPT))).isEqualTo(86_400);
        assertThat(Distribution.of(day.since(START)).p50Micros()).isBetween(4315.0, 4325.0);
        assertThat(day.since(end.minusSeconds(60))).hasSize(6);
        assertThat(day.since(end.minus(Duration.ofHours(2))).stream()
                        .mapToLong(Round::samples)
                        .sum())
                .isEqualTo(7200);
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        Track track = after(Track.EMPTY, START, 3 * 8640);
        Instant end = START.plus(Duration.ofDays(3));
        assertThat(track.since(START).get(0).at())
                .isAfterOrEqualTo(end.minus(Duration.ofDays(1)).minusSeconds(60));
    }

    @Test
    void roundsOfTheLastHourStayApart() {
        Track track = after(Track.EMPTY, START, 2 * 360);
        assertThat(track.since(START.plus(Duration.ofHours(1)))).hasSize(360);
        assertThat(track.since(START)).hasSizeLessThan(200);
        Track young = after(Track.EMPTY, START, 30);
        assertThat(young.since(START.minus(Duration.ofHours(24)))).hasSize(30);
    }

    @Test
    void aNewDayBeginsItsCountAnew() {
        Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
        Track track = after(Track.EMPTY, START, 12 * 6 * 10);
        assertThat(track.triesSince(midnight)).isEqualTo(58 * 60);
    }

    @Test
    void aClockThatIsSetBackLosesNothingAndKeepsItsBounds() {
        Track track = after(Track.EMPTY, START.plus(Duration.ofHours(5)), 100);
        Track back = after(track, START, 9000);
        assertThat(back.last().orElseThrow().at()).isEqualTo(START.plus(INTERVAL.multipliedBy(8999)));
        assertThat(back.since(Instant.EPOCH)).hasSizeLessThan(24 * 60 + 60 * 60);
    }

    @Test
    void anHourBetweenRoundsIsNoReasonToLoseThem() {
        Track track = Track.EMPTY;
        for (int hour = 0; hour < 30; hour++) {
            track = track.with(round(START.plus(Duration.ofHours(hour))));
        }
        Instant end = START.plus(Duration.ofHours(29));
        assertThat(track.triesSince(end.minus(Duration.ofHours(24)))).isEqualTo(250);
    }

    @Test
    void stepsAreLeftOutWhereNothingWasMeasured() {
        Track track = after(after(Track.EMPTY, START, 6), START.plus(Duration.ofMinutes(5)), 6);
        Series series = Series.of(track, START.plus(Duration.ofMinutes(6)), Duration.ofMinutes(10), INTERVAL);
        assertThat(series.step()).isEqualTo(INTERVAL);
        assertThat(series.points()).hasSize(12);
        assertThat(series.points().get(6).at()).isEqualTo(START.plus(Duration.ofMinutes(5)));
        assertThat(series.points().get(0).samples()).isEqualTo(10);
    }

    @Test
    void stepsGrowWithTheRangeAndHoldTheirPercentiles() {
        Track day = after(Track.EMPTY, START, 8640);
        Instant end = START.plus(Duration.ofDays(1));
        Series hour = Series.of(day, end, Duration.ofHours(1), INTERVAL);
        assertThat(hour.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(hour.points()).hasSize(60).allMatch(point -> point.samples() == 60);
        Series all = Series.of(day, end, Duration.ofHours(24), INTERVAL);
        assertThat(all.step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(all.points()).hasSizeBetween(144, 145);
        assertThat(all.points().get(1).samples()).isEqualTo(600);
        assertThat(all.points().get(1).p99Micros())
                .isGreaterThan(all.points().get(1).p50Micros());
    }

    @Test
    void aStepIsNeverShorterThanTheInterval() {
        Series series = Series.of(
                Track.EMPTY.with(round(START)), START.plusSeconds(1), Duration.ofMinutes(10), Duration.ofMinutes(2));
        assertThat(series.step()).isEqualTo(Duration.ofMinutes(2));
    }
}
