package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConclusionTests {

    private final Conclusion<Integer> conclusion = new Conclusion<>();
    private final AtomicInteger drawn = new AtomicInteger();

    private int from(Object... premises) {
        return conclusion.from(drawn::incrementAndGet, premises);
    }

    @Test
    void drawnOnceWhileThePremisesSayTheSame() {
        assertThat(from("a", List.of(1))).isEqualTo(1);
        assertThat(from("a", List.of(1))).isEqualTo(1);
    }

    @Test
    void drawnAnewWhenOnePremiseChanges() {
        assertThat(from("a", "b")).isEqualTo(1);
        assertThat(from("a", "c")).isEqualTo(2);
        assertThat(from("a", "b")).isEqualTo(3);
    }

    @Test
    void whoAsksWhileItIsDrawnWaitsForIt() throws Exception {
        CountDownLatch isDrawing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            Future<Integer> first = threads.submit(() -> conclusion.from(
                    () -> {
                        isDrawing.countDown();
                        await(mayEnd);
                        return drawn.incrementAndGet();
                    },
                    "a"));
            isDrawing.await();
            List<Future<Integer>> others = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> from("a")))
                    .toList();
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
