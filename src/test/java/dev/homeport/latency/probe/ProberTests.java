package dev.homeport.latency.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProberTests {

    private final Watch watch = new Watch(Duration.ofSeconds(4));
    private int opened;
    private int closed;
    private int done;

    /** Each takes as many nanoseconds as it is the how-many-eth; the one with that number fails. */
    private Exchange failingAt(int number) {
        opened++;
        return new Exchange() {
            @Override
            public long once() throws IOException {
                done++;
                if (done == number) {
                    throw new ConnectException("Connection refused");
                }
                return done;
            }

            @Override
            public int sockets() {
                return 1;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private Prober prober(Exchange.Opening opening, Prober.Habit habit) {
        return new Prober(opening, habit, watch);
    }

    @Test
    void warmUpIsNotCounted() {
        Prober prober = prober(() -> failingAt(-1), new Prober.Habit(200, true, false));
        assertThat(prober.burst(3).nanos()).containsExactly(201, 202, 203);
        assertThat(prober.burst(3).nanos()).containsExactly(205, 206, 207);
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aFailureEndsTheBurstAndIsInNoneOfItsTimes() {
        Prober prober = prober(() -> failingAt(4), new Prober.Habit(1, true, false));
        Burst burst = prober.burst(10);
        assertThat(burst.nanos()).containsExactly(2, 3);
        assertThat(burst.failure()).isEqualTo(new Failure(Outcome.REFUSED, "Connection refused"));
        assertThat(closed).isEqualTo(1);
        assertThat(prober.sockets()).isZero();
        assertThat(prober.burst(10).nanos()).hasSize(10);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void whatIsNotKeptIsOpenedForEachBurst() {
        Prober prober = prober(() -> failingAt(-1), new Prober.Habit(20, false, false));
        assertThat(prober.burst(2).nanos()).containsExactly(21, 22);
        assertThat(prober.burst(2).nanos()).containsExactly(24, 25);
        assertThat(opened).isEqualTo(2);
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void whatMayBeAbsentIsLookedForNowAndThenOnly() {
        Exchange.Opening absent = () -> {
            opened++;
            throw new IOException("Cannot assign requested address");
        };
        Prober prober = prober(absent, new Prober.Habit(1, true, true));
        for (int round = 0; round < 7; round++) {
            Burst burst = prober.burst(10);
            assertThat(burst.nanos()).isEmpty();
            assertThat(burst.failure().absence()).isTrue();
        }
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void whatMustBeThereFailsEachTime() {
        Exchange.Opening absent = () -> {
            opened++;
            throw new IOException("Cannot assign requested address");
        };
        Prober prober = prober(absent, new Prober.Habit(1, true, false));
        assertThat(prober.burst(10).failure().absence()).isFalse();
        prober.burst(10);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void whatTakesTooLongIsEndedAndTimedOut() {
        Watch impatient = new Watch(Duration.ZERO);
        CountDownLatch ended = new CountDownLatch(1);
        Exchange hanging = new Exchange() {
            @Override
            public long once() throws IOException {
                impatient.look();
                assertThat(ended.getCount()).isZero();
                throw new AsynchronousCloseException();
            }

            @Override
            public int sockets() {
                return 1;
            }

            @Override
            public void close() {
                ended.countDown();
            }
        };
        Burst burst = new Prober(() -> hanging, new Prober.Habit(0, true, false), impatient).burst(3);
        assertThat(burst.failure().outcome()).isEqualTo(Outcome.TIMED_OUT);
    }
}
