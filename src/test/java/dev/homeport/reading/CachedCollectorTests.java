package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CachedCollectorTests {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private Duration jump = Duration.ZERO;

    private final Deque<Callable<String>> answers = new ArrayDeque<>();
    private final List<ReadingChanged> changes = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final CachedCollector<String> collector = new CachedCollector<>(
            "test",
            () -> {
                nanos.addAndGet(Duration.ofMillis(2).toNanos());
                return answers.remove().call();
            },
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10)),
            new CollectorMetrics(meters),
            changes::add,
            () -> START.plusNanos(nanos.get()).plus(jump),
            nanos::get);

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        assertThat(collector.snapshot().reading())
                .isEqualTo(new Reading.Missing<>("The first reading has not been taken yet."));
    }

    @Test
    void successIsFreshWithItsTimeAndDuration() {
        answers.add(() -> "a");
        collector.collect();
        assertThat(collector.snapshot().reading()).isEqualTo(new Reading.Fresh<>("a", START, Duration.ofMillis(2)));
    }

    @Test
    void sameValueAgainIsTheSameObject() {
        answers.add(() -> new String("a"));
        answers.add(() -> new String("a"));
        collector.collect();
        String first = collector.snapshot().reading().latest().orElseThrow();
        collector.collect();
        assertThat(collector.snapshot().reading().latest().orElseThrow()).isSameAs(first);
    }

    @Test
    void failureKeepsTheLastGoodValueStaleWithTheReason() {
        answers.add(() -> "a");
        answers.add(() -> {
            throw new IOException("no permission to read /proc");
        });
        collector.collect();
        collector.collect();
        assertThat(collector.snapshot().reading())
                .isEqualTo(new Reading.Stale<>("a", START, Duration.ofMillis(2), "no permission to read /proc"));
    }

    @Test
    void failureWithoutAnyValueIsMissingWithTheReason() {
        answers.add(() -> {
            throw new UnsatisfiedLinkError("no native library");
        });
        collector.collect();
        assertThat(collector.snapshot().reading()).isEqualTo(new Reading.Missing<>("no native library"));
    }

    @Test
    void failureWithoutMessageIsNamedByItsKind() {
        answers.add(() -> {
            throw new IllegalStateException();
        });
        collector.collect();
        assertThat(collector.snapshot().reading().whyNotFresh()).contains("IllegalStateException");
    }

    @Test
    void revisionChangesWhenAndOnlyWhenTheReadingSaysSomethingElse() {
        answers.addAll(List.of(() -> "a", () -> "a", () -> "b"));
        collector.collect();
        String first = collector.snapshot().revision();
        collector.collect();
        assertThat(collector.snapshot().revision()).isEqualTo(first);
        collector.collect();
        assertThat(collector.snapshot().revision()).isNotEqualTo(first);
        assertThat(changes).containsExactly(new ReadingChanged("test"), new ReadingChanged("test"));
    }

    @Test
    void recoveryIsAChangeEvenWhenTheValueIsTheSame() {
        answers.add(() -> "a");
        answers.add(() -> {
            throw new IOException("away");
        });
        answers.add(() -> "a");
        collector.collect();
        String before = collector.snapshot().revision();
        collector.collect();
        collector.collect();
        assertThat(collector.snapshot().reading()).isInstanceOf(Reading.Fresh.class);
        assertThat(collector.snapshot().revision()).isNotEqualTo(before);
    }

    @Test
    void collectionThatHangsIsToldWhileItHangsAndHealsByItself() {
        answers.add(() -> "a");
        collector.collect();
        List<Reading<String>> meanwhile = new ArrayList<>();
        answers.add(() -> {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
            meanwhile.add(collector.snapshot().reading());
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
            meanwhile.add(collector.snapshot().reading());
            return "b";
        });
        collector.collect();
        assertThat(meanwhile).extracting(Reading::state).containsExactly("fresh", "stale");
        assertThat(meanwhile.get(1).whyNotFresh())
                .contains("The operating system has not answered since 2026-01-01T12:00:00Z.");
        assertThat(collector.snapshot().reading().state()).isEqualTo("fresh");
        assertThat(collector.snapshot().reading().latest()).contains("b");
    }

    @Test
    void clockThatJumpsMakesNoReadingStaleAndNoAgeNegative() {
        answers.add(() -> "a");
        collector.collect();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (Duration set : List.of(Duration.ofHours(-1), Duration.ofDays(400))) {
            jump = set;
            assertThat(collector.snapshot().reading().state()).isEqualTo("fresh");
            assertThat(meters.get("homeport.collector.age").gauge().value()).isEqualTo(1.002);
        }
    }

    @Test
    void readingThatIsNotRenewedInTimeIsStaleAndHasARevisionOfItsOwn() {
        answers.add(() -> "a");
        collector.collect();
        String inTime = collector.snapshot().revision();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(16));
        assertThat(collector.snapshot().reading().state()).isEqualTo("stale");
        assertThat(collector.snapshot().reading().whyNotFresh())
                .contains("The operating system has not answered since 2026-01-01T12:00:00Z.");
        assertThat(collector.snapshot().reading().latest()).contains("a");
        assertThat(collector.snapshot().revision())
                .isNotEqualTo(inTime)
                .isEqualTo(collector.snapshot().revision());
    }

    @Test
    void sameFailureIsLoggedOnce(CapturedOutput output) {
        for (int i = 0; i < 3; i++) {
            answers.add(() -> {
                throw new IOException("the disk is on fire");
            });
            collector.collect();
        }
        assertThat(output.getOut().split("the disk is on fire", -1)).hasSize(2);
    }

    @Test
    void durationAndSuccessAreMeters() {
        assertThat(meters.get("homeport.collector.success")
                        .tag("collector", "test")
                        .gauge()
                        .value())
                .isNaN();
        answers.add(() -> "a");
        collector.collect();
        assertThat(meters.get("homeport.collector.success")
                        .tag("collector", "test")
                        .gauge()
                        .value())
                .isOne();
        answers.add(() -> {
            throw new IOException("away");
        });
        collector.collect();
        assertThat(meters.get("homeport.collector.success")
                        .tag("collector", "test")
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("homeport.collector.duration")
                        .tag("collector", "test")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    private double ageSeconds() {
        return meters.get("homeport.collector.age")
                .tag("collector", "test")
                .gauge()
                .value();
    }

    @Test
    void freshIsAMeterThatFallsWhenNothingIsReadAnyMore() {
        Gauge fresh =
                meters.get("homeport.collector.fresh").tag("collector", "test").gauge();
        assertThat(fresh.value()).isZero();
        answers.add(() -> "a");
        collector.collect();
        assertThat(fresh.value()).isOne();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(fresh.value()).as("a collection hangs").isZero();
    }

    @Test
    void ageIsThatOfTheValueThatIsShown() {
        assertThat(ageSeconds()).as("there is none").isNaN();
        answers.add(() -> "a");
        collector.collect();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(ageSeconds()).isEqualTo(3.002);
        answers.add(() -> {
            throw new IOException("away");
        });
        collector.collect();
        assertThat(ageSeconds()).as("a failure makes nothing younger").isEqualTo(3.004);
    }

    @Test
    void listenerThatFailsDoesNotHarmTheReading() {
        var collector = new CachedCollector<>(
                "deaf",
                () -> "a",
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                new CollectorMetrics(meters),
                change -> {
                    throw new IllegalStateException("deaf");
                });
        collector.collect();
        assertThat(collector.snapshot().reading().latest()).contains("a");
    }
}
