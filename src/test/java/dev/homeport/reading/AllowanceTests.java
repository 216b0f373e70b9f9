package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTests {

    private final AtomicLong now = new AtomicLong();
    private final Allowance allowance = new Allowance(100, Duration.ofNanos(50), now::get);

    @Test
    void firstPieceOfWorkMayBegin() {
        assertThat(allowance.isLeft()).isTrue();
    }

    @Test
    void workIsFollowedByAPauseAsManyTimesAsLong() {
        work(10);
        now.addAndGet(800);
        assertThat(allowance.isLeft()).isFalse();
        now.addAndGet(200);
        assertThat(allowance.isLeft()).isTrue();
    }

    @Test
    void whatIsSavedUpHasABound() {
        now.addAndGet(1_000_000);
        assertThat(allowance.isLeft()).isTrue();
        work(60);
        assertThat(allowance.isLeft()).isFalse();
    }

    private void work(long nanos) {
        long start = allowance.now();
        now.addAndGet(nanos);
        allowance.payFrom(start);
    }
}
