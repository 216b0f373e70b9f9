package dev.homeport.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyPropertiesTests {

    private static LatencyProperties of(Duration interval, int samples, Duration warn) {
        return new LatencyProperties(interval, samples, warn, null);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, 1, PT1S, interval",
        "PT2H, 1, PT1S, interval",
        "PT10S, 0, PT1S, samples",
        "PT10S, 101, PT1S, samples",
        "PT1S, 11, PT1S, samples",
        "PT10S, 10, PT0S, warn"
    })
    void whatMakesNoSenseIsRefusedByName(Duration interval, int samples, Duration warn, String name) {
        assertThatThrownBy(() -> of(interval, samples, warn)).hasMessageContaining("homeport.latency." + name);
    }

    @Test
    void tenASecondIsTheMost() {
        assertThat(of(Duration.ofSeconds(1), 10, Duration.ofMillis(1)).samples())
                .isEqualTo(10);
        assertThat(of(Duration.ofSeconds(10), 100, Duration.ofMillis(1)).samples())
                .isEqualTo(100);
    }
}
