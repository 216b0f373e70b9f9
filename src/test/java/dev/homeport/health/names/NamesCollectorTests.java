package dev.homeport.health.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.kernel.SystemResolver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesCollectorTests {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private NamesCollector collector(Duration patience, NamesCollector.Resolver resolver, String... names) {
        return new NamesCollector(Set.of(names), resolver, threads, patience, KEPT, () -> now);
    }

    @Test
    void localhostIsAskedForAsNativeProgramsDo() throws InterruptedException {
        var collector = collector(
                Duration.ofSeconds(30), name -> SystemResolver.ask(OsFamily.current(), name), LocalhostName.NAME);
        NameAnswer answer = collector.collect().of(LocalhostName.NAME).orElseThrow();
        assertThat(answer.addresses()).isNotEmpty().allMatch(IpAddress::isLoopback);
        assertThat(answer.text()).contains(answer.addresses().get(0).text());
    }

    @Test
    void nameThatHangsIsAskedOnceAndHoldsUpNoOther() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        var collector = collector(
                Duration.ofMillis(50),
                name -> {
                    if (name.equals("slow")) {
                        asked.incrementAndGet();
                        await(released);
                    }
                    return List.of(IpAddress.IPV4_LOOPBACK);
                },
                "slow",
                "quick");
        for (int i = 0; i < 3; i++) {
            Names names = collector.collect();
            assertThat(names.of("quick").orElseThrow().addresses()).containsExactly(IpAddress.IPV4_LOOPBACK);
            assertThat(names.of("slow").orElseThrow().isKnown()).isFalse();
        }
        assertThat(asked).hasValue(1);
        released.countDown();
        while (!collector.collect().of("slow").orElseThrow().isKnown()) {
            Thread.onSpinWait();
        }
    }

    /** As with a first name server that is dead: each answer comes after the patience, and before the next question. */
    @Test
    void answersThatComeLateCountUntilTheNext() throws Exception {
        Semaphore answer = new Semaphore(0);
        AtomicInteger answered = new AtomicInteger();
        var collector = collector(
                Duration.ofMillis(20),
                name -> {
                    answer.acquireUninterruptibly();
                    answered.incrementAndGet();
                    return List.of(IpAddress.IPV4_LOOPBACK);
                },
                "x");
        assertThat(collector.collect().of("x").orElseThrow().isKnown()).isFalse();
        answer.release();
        while (!collector.collect().of("x").orElseThrow().isKnown()) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(collector.collect().of("x").orElseThrow().isKnown()).isTrue();
        }
        assertThat(answered).hasValue(1);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void nameThatIsNotThereIsToldApartFromOneThatCouldNotBeAskedFor() throws InterruptedException {
        var collector = collector(
                Duration.ofSeconds(30),
                name -> {
                    throw new IOException(
                            name.equals("gone") ? "Name or service not known" : "Temporary failure in name resolution");
                },
                "gone",
                "cut-off");
        Names names = collector.collect();
        assertThat(names.of("gone").orElseThrow().isKnown()).isTrue();
        assertThat(names.of("cut-off").orElseThrow().isKnown()).isFalse();
        assertThat(names.of("cut-off").orElseThrow().text()).contains("Temporary failure");
    }

    @Test
    void resolverThatBreaksIsNoAnswer() throws InterruptedException {
        var collector = collector(
                Duration.ofSeconds(30),
                name -> {
                    throw new IllegalStateException("broken");
                },
                "x");
        NameAnswer answer = collector.collect().of("x").orElseThrow();
        assertThat(answer.isKnown()).isFalse();
        assertThat(answer.text()).contains("broken");
    }

    @Test
    void momentOfAnAnswerStaysWhileItIsTheSame() throws InterruptedException {
        Instant noon = now;
        List<IpAddress> addresses = new ArrayList<>(List.of(IpAddress.IPV4_LOOPBACK));
        var collector = collector(Duration.ofSeconds(30), name -> List.copyOf(addresses), "x");
        collector.collect();
        now = noon.plusSeconds(5);
        assertThat(collector.collect().of("x").orElseThrow().since()).isEqualTo(noon);
        addresses.add(IpAddress.IPV6_LOOPBACK);
        assertThat(collector.collect().of("x").orElseThrow().since()).isEqualTo(now);
    }

    @Test
    void addressThatComesTwiceIsOne() throws InterruptedException {
        var collector = collector(
                Duration.ofSeconds(30), name -> List.of(IpAddress.IPV4_LOOPBACK, IpAddress.IPV4_LOOPBACK), "x");
        assertThat(collector.collect().of("x").orElseThrow().text()).isEqualTo("127.0.0.1");
    }
}
