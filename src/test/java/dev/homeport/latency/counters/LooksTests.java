package dev.homeport.latency.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTests {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Looks looks = new Looks();

    private Rise at(int seconds, long value) {
        return looks.at(START.plusSeconds(seconds), Map.of(Counter.LISTEN_OVERFLOWS, value))
                .get(Counter.LISTEN_OVERFLOWS);
    }

    @Test
    void whatWasThereBeforeTheFirstLookIsNoRise() {
        assertThat(at(0, 54)).isEqualTo(new Rise(54, 0, 0));
    }

    @Test
    void riseIsTheRateSinceTheLastLookAndTheSumOfTenMinutes() {
        at(0, 54);
        assertThat(at(10, 74)).isEqualTo(new Rise(74, 20, 2));
        assertThat(at(15, 74)).isEqualTo(new Rise(74, 20, 0));
        assertThat(at(620, 75).lately()).isEqualTo(1);
    }

    @Test
    void aCounterThatWasSetBackHasRisenToWhatItSays() {
        at(0, 54);
        assertThat(at(10, 4)).isEqualTo(new Rise(4, 4, 0.4));
    }

    @Test
    void aClockThatStandsStillHasNoRate() {
        at(0, 54);
        assertThat(at(0, 60).perSecond()).isZero();
    }
}
