package dev.homeport.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit limit = new RateLimit(2, "tries", nanos::get);

    @Test
    void soManyAMinuteAndThenAWaitThatIsTold() {
        limit.run(() -> "first");
        nanos.addAndGet(Duration.ofSeconds(50).toNanos());
        limit.run(() -> "second");
        assertThatThrownBy(() -> limit.run(() -> "third")).isInstanceOfSatisfying(TooManyRequests.class, refusal -> {
            assertThat(refusal.getStatusCode().value()).isEqualTo(429);
            assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("10");
            assertThat(refusal.getBody().getDetail())
                    .isEqualTo("At most 2 tries in a minute. Try again in 10 seconds.");
        });
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(limit.run(() -> "third")).isEqualTo("third");
    }

    @Test
    void oneAtATime() {
        assertThatThrownBy(() -> limit.run(() -> limit.run(() -> "inner"))).isInstanceOf(TooManyRequests.class);
        assertThat(limit.run(() -> "next")).as("the turn was given back").isEqualTo("next");
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        assertThatThrownBy(() -> limit.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(limit.run(() -> "next")).isEqualTo("next");
    }
}
