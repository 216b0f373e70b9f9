package dev.homeport.latency.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.probe.ProbeKind;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianVerdictTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TCP,     21,    -,  GOOD", "TCP,     299,   -,  GOOD", "TCP,     300,  -,   BUSY",
                "TCP,     999,   -,  BUSY", "TCP,     1000,  -,  SLOW", "UDP,     5000, -,   SLOW",
                "CONNECT, 450,   -,  GOOD", "CONNECT, 600,   -,  BUSY", "RESOLVE, 9000, -,   -",
                "TCP,     150,   40, UNUSUAL", "TCP,  90,    20, GOOD", "TCP,     110,  40,  GOOD"
            })
    void mediansAreJudged(ProbeKind kind, double micros, Double usual, MedianVerdict verdict) {
        assertThat(MedianVerdict.of(kind, micros, usual, Duration.ofMillis(1))).isEqualTo(verdict);
    }
}
