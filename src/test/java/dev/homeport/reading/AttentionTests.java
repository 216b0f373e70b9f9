package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttentionTests {

    private final Attention attention = new Attention();

    /** Two Homeports that ask each other would keep each other awake for ever. */
    @Test
    void lookThroughAnotherHomeportIsNoneHere() {
        assertThat(attention.isPaid()).isFalse();
        attention.payThroughPeer();
        assertThat(attention.isPaid()).isTrue();
        assertThat(attention.isPaidHere()).isFalse();
        attention.pay();
        assertThat(attention.isPaidHere()).isTrue();
    }

    @Test
    void lookThatCameJustBeforeTheWaitIsNotMissed() throws InterruptedException {
        attention.pay();
        Thread waiting = new Thread(() -> {
            try {
                attention.awaitLook(Duration.ofHours(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.setDaemon(true);
        waiting.start();
        waiting.join(10_000);
        assertThat(waiting.isAlive()).isFalse();
    }
}
