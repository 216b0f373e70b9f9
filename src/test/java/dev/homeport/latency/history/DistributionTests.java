package dev.homeport.latency.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.homeport.latency.probe.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTests {

    /** Three digits. */
    private static final Percentage PRECISION = Percentage.withPercentage(0.1);

    private static Distribution micros(LongStream micros) {
        long[] nanos = micros.map(TimeUnit.MICROSECONDS::toNanos).toArray();
        return Distribution.of(nanos, nanos.length);
    }

    @Test
    void percentilesAreThoseOfTheSamples() {
        Distribution all = micros(LongStream.rangeClosed(1, 10_000));
        assertThat(all.p50Micros()).isCloseTo(5_000, PRECISION);
        assertThat(all.micros(90)).isCloseTo(9_000, PRECISION);
        assertThat(all.p99Micros()).isCloseTo(9_900, PRECISION);
        assertThat(all.p999Micros()).isCloseTo(9_990, PRECISION);
        assertThat(all.jitterMicros()).isCloseTo(4_900, Percentage.withPercentage(0.3));
        assertThat(all.minMicros()).isCloseTo(1, PRECISION);
        assertThat(all.maxMicros()).isCloseTo(10_000, PRECISION);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 21, 333, 4_044, 1_003_000, 59_000_000})
    void eachMagnitudeHasThreeDigits(long micros) {
        assertThat(micros(LongStream.of(micros)).p50Micros()).isCloseTo(micros, PRECISION);
    }

    @Test
    void whatTakesLongerThanAMinuteCountsAsAMinute() {
        assertThat(micros(LongStream.of(90_000_000)).maxMicros()).isCloseTo(60_000_000, PRECISION);
    }

    @Test
    void tooFewSamplesHaveNo99thPercentileButASlowest() {
        Distribution few = micros(LongStream.rangeClosed(1, 499));
        assertThat(few.isEnoughForP99()).isFalse();
        assertThat(few.p99Micros()).isEqualTo(few.maxMicros());
        Distribution enough = micros(LongStream.rangeClosed(1, 500));
        assertThat(enough.isEnoughForP99()).isTrue();
        assertThat(enough.p99Micros()).isCloseTo(495, PRECISION);
        assertThat(enough.p999Micros()).isEqualTo(enough.maxMicros());
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        Distribution none = Distribution.of(List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.p50Micros()).isNaN();
        assertThat(none.maxMicros()).isNaN();
        assertThat(none.curve()).isEmpty();
        assertThat(none.bins()).isEmpty();
    }

    @Test
    void binsHoldAllSamplesWithoutGaps() {
        Distribution all = micros(LongStream.of(20, 21, 22, 40_000, 41_000, 1_000_000));
        assertThat(all.bins().stream().mapToLong(Bin::samples).sum()).isEqualTo(6);
        for (int i = 1; i < all.bins().size(); i++) {
            assertThat(all.bins().get(i).fromMicros())
                    .isEqualTo(all.bins().get(i - 1).toMicros());
        }
        assertThat(all.bins().get(0).fromMicros()).isLessThanOrEqualTo(20);
        assertThat(all.bins().get(all.bins().size() - 1).toMicros()).isGreaterThan(1_000_000);
    }

    @Test
    void curveGoesAsFarAsTheSamplesTell() {
        assertThat(micros(LongStream.rangeClosed(1, 100)).curve())
                .extracting(CurvePoint::percent)
                .containsExactly(0.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 100.0);
        assertThat(micros(LongStream.rangeClosed(1, 100)).curve().get(3).micros())
                .isCloseTo(50, PRECISION);
    }

    @Test
    void aRoundThatWasMissedIsInTheTimesSinceDueAlone() {
        Round late = Round.of(Instant.EPOCH, Duration.ofMillis(5), new Burst(new long[] {20_000}, null));
        Round missed = Round.missed(Instant.EPOCH, Duration.ofSeconds(12));
        assertThat(Distribution.of(List.of(late, missed)).samples()).isEqualTo(1);
        Distribution sinceDue = Distribution.sinceDue(List.of(late, missed));
        assertThat(sinceDue.samples()).isEqualTo(2);
        assertThat(sinceDue.minMicros()).isCloseTo(5_020, within(5.1));
        assertThat(sinceDue.maxMicros()).isCloseTo(12_000_000, PRECISION);
    }
}
