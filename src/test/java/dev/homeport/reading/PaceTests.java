package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10));

    @Test
    void watchedReadingIsTakenMoreOften() {
        Duration quick = Duration.ofMillis(3);
        assertThat(pace.untilNext(quick, quick, true)).hasSeconds(1);
        assertThat(pace.untilNext(quick, quick, false)).hasSeconds(10);
    }

    @Test
    void slowSourceIsAskedForATenthOfTheTimeAtMost() {
        assertThat(pace.untilNext(Duration.ofMillis(250), Duration.ofMillis(300), true))
                .hasMillis(2_500);
        assertThat(pace.untilNext(Duration.ofSeconds(3), Duration.ofSeconds(3), false))
                .hasSeconds(30);
    }

    @Test
    void oneSlowCollectionDoesNotMakeASourceSlow() {
        assertThat(pace.untilNext(Duration.ofMillis(900), Duration.ZERO, true))
                .as("the first, cold")
                .hasSeconds(1);
        assertThat(pace.untilNext(Duration.ofMillis(900), Duration.ofMillis(20), true))
                .hasSeconds(1);
    }

    @Test
    void readingIsOverdueSomeTimeAfterItsLongestPeriod() {
        assertThat(pace.overdueAfter(Duration.ofMillis(3))).hasSeconds(15);
    }

    @Test
    void paceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Pace(Duration.ZERO, Duration.ofSeconds(1))).hasMessageContaining("0 < watched");
        assertThatThrownBy(() -> new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("watched");
    }

    @Test
    void refreshOutsideItsRangeStopsTheStartWithItsName() {
        assertThatThrownBy(() -> new ReadingProperties(Duration.ofMillis(1)))
                .hasMessageContaining("homeport.refresh")
                .hasMessageContaining("200ms to 1h");
        assertThat(new ReadingProperties(Duration.ofSeconds(2)).lively())
                .isEqualTo(new Pace(Duration.ofSeconds(2), Duration.ofSeconds(20)));
    }
}
