package dev.homeport.latency.clockwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Schedule schedule = new Schedule(Duration.ofSeconds(10));

    private Schedule.Tick at(double seconds) {
        return schedule.at(1_000 * SECOND + (long) (seconds * SECOND));
    }

    @Test
    void whoComesInTimeIsNotLate() {
        for (int round = 0; round < 100; round++) {
            assertThat(at(10 * round)).isEqualTo(new Schedule.Tick(Duration.ZERO, List.of()));
        }
    }

    @Test
    void delayIsCountedFromWhenItWasDueAndDoesNotAddUp() {
        at(0);
        assertThat(at(10.5).late()).isEqualTo(Duration.ofMillis(500));
        assertThat(at(20.5).late()).isEqualTo(Duration.ofMillis(500));
        assertThat(at(30).late()).isZero();
    }

    @Test
    void whatWasDueMeanwhileIsToldAsMissed() {
        at(0);
        Schedule.Tick tick = at(43);
        assertThat(tick.late()).isEqualTo(Duration.ofSeconds(3));
        assertThat(tick.missed())
                .containsExactly(Duration.ofSeconds(33), Duration.ofSeconds(23), Duration.ofSeconds(13));
        assertThat(at(50).missed()).isEmpty();
    }

    @Test
    void whoComesALittleEarlyMeansTheNextOne() {
        at(0);
        Schedule.Tick early = at(9.5);
        assertThat(early.late()).isZero();
        assertThat(early.missed()).isEmpty();
        assertThat(at(20).missed()).isEmpty();
    }

    @Test
    void noMomentIsUsedTwice() {
        at(0);
        assertThat(at(2).missed()).isEmpty();
        assertThat(at(20).missed()).isEmpty();
    }

    @Test
    void aMachineThatSleptForDaysIsToldOfOneDayOnly() {
        at(0);
        assertThat(at(7 * 86_400).missed()).hasSize(8_640);
    }

    @Test
    void punctualityCountsWhatAPersonWouldNotice() {
        Punctuality kept = Punctuality.NEW
                .and(Duration.ofMillis(2), 0)
                .and(Duration.ofMillis(300), 2)
                .and(Duration.ofMillis(99), 0);
        assertThat(kept).isEqualTo(new Punctuality(3, 1, 2, Duration.ofMillis(300)));
        assertThat(kept.and(kept)).isEqualTo(new Punctuality(6, 2, 4, Duration.ofMillis(300)));
    }
}
