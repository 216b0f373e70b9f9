package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTests {

    @ParameterizedTest
    @CsvSource({
        "21.34, 21.3 µs",
        "0.4, 0.4 µs",
        "999.9, 999.9 µs",
        "1000, 1.00 ms",
        "12345, 12.3 ms",
        "123456, 123 ms",
        "1004000, 1.00 s",
        "NaN, –"
    })
    void timesAreNeverZeroAndHaveThreeDigits(double micros, String text) {
        assertThat(DurationText.ofMicros(micros)).isEqualTo(text);
    }

    @Test
    void durationReadsAsItsMicroseconds() {
        assertThat(DurationText.of(Duration.ofNanos(21_340))).isEqualTo("21.3 µs");
        assertThat(DurationText.of(Duration.ofMillis(3))).isEqualTo("3.00 ms");
    }

    @Test
    void sentenceHasNoDecimalsBelowAMillisecond() {
        assertThat(DurationText.rounded(Duration.ofNanos(21_340))).isEqualTo("21 µs");
        assertThat(DurationText.rounded(Duration.ofNanos(8_200))).isEqualTo("8.2 µs");
        assertThat(DurationText.rounded(Duration.ofMillis(1300))).isEqualTo("1.30 s");
    }
}
