package dev.homeport.health.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.homeport.finding.Fix;
import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.health.loopback.FamilyState;
import dev.homeport.health.loopback.InterfaceState;
import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.health.names.Answers;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.Saved;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalhostName;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What components make of saved readings: the status, and details whose keys are always the same. */
class IndicatorTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @SuppressWarnings("unchecked")
    private static <T> CachedCollector<T> saved(String name, Reading<T> reading) {
        CachedCollector<T> collector = mock(CachedCollector.class);
        given(collector.snapshot()).willReturn(new Snapshot<>(name, reading, "1"));
        return collector;
    }

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, NOON, Duration.ofMillis(1));
    }

    private static FamilyState family(IpFamily family, LoopbackAnswer answer) {
        Explanation explanation = answer == LoopbackAnswer.WORKS
                ? Explanation.well("It works.")
                : Explanation.of(Cause.FIREWALL_DROP, new Fix("sudo mend", "mends it"));
        return new FamilyState(family, answer, "ok", "Seen.", explanation, NOON);
    }

    private static Reading<LoopbackState> loopback(LoopbackAnswer ipv4, LoopbackAnswer ipv6) {
        return fresh(new LoopbackState(
                family(IpFamily.IPV4, ipv4),
                family(IpFamily.IPV6, ipv6),
                new InterfaceState(
                        Fixtures.loopback().build().loopback().orElseThrow(),
                        "local 127.0.0.0/8 dev lo",
                        null,
                        Explanation.well("Well."),
                        NOON)));
    }

    private static Health family(IpFamily family, boolean strict, Reading<LoopbackState> reading) {
        return new FamilyHealthIndicator(family, strict, saved("loopback", reading)).health();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, true,  WORKS,    UP",
        "IPV4, true,  FAILS,    DOWN",
        "IPV4, true,  UNTESTED, UNKNOWN",
        "IPV6, false, WORKS,    UP",
        "IPV6, false, FAILS,    UNKNOWN",
        "IPV6, false, ABSENT,   UNKNOWN",
        "IPV6, true,  FAILS,    DOWN",
        "IPV6, true,  ABSENT,   UNKNOWN",
        "IPV6, true,  UNTESTED, UNKNOWN"
    })
    void familyIsDownOnlyWhenItFailsAndThatCounts(
            IpFamily family, boolean strict, LoopbackAnswer answer, String status) {
        Health health = family(family, strict, loopback(answer, answer));
        assertThat(health.getStatus()).isEqualTo(new Status(status));
        assertThat(health.getDetails()).containsEntry("tookMillis", 1.0).containsEntry("since", NOON);
    }

    @Test
    void keysAreTheSameUpDownStaleAndMissing() {
        Reading<LoopbackState> up = loopback(LoopbackAnswer.WORKS, LoopbackAnswer.WORKS);
        List<Reading<LoopbackState>> readings = List.of(
                up,
                loopback(LoopbackAnswer.FAILS, LoopbackAnswer.ABSENT),
                up.failed("It hangs."),
                new Reading.Missing<>("Not yet."));
        assertThat(readings.stream()
                        .map(reading -> family(IpFamily.IPV4, true, reading)
                                .getDetails()
                                .keySet()))
                .containsOnly(family(IpFamily.IPV4, true, up).getDetails().keySet());
        assertThat(readings.stream()
                        .map(reading -> new InterfaceHealthIndicator(saved("loopback", reading))
                                .health()
                                .getDetails()
                                .keySet())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatIsNotFreshIsNotKnown() {
        Health stale = family(
                IpFamily.IPV4,
                true,
                loopback(LoopbackAnswer.FAILS, LoopbackAnswer.FAILS).failed("It hangs."));
        assertThat(stale.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(stale.getDetails()).containsEntry("reading", "stale").containsEntry("reason", "It hangs.");
    }

    private static Health localhost(String answer, LoopbackAnswer ipv4, LoopbackAnswer ipv6) {
        return new LocalhostHealthIndicator(
                        saved("names", Answers.of(LocalhostName.NAME, answer)), saved("loopback", loopback(ipv4, ipv6)))
                .health();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,            WORKS, WORKS,  UP,      NONE",
        "'::1 127.0.0.1',      WORKS, ABSENT, UP,      NONE",
        "::1,                  WORKS, ABSENT, UNKNOWN, FIREWALL_DROP",
        "127.0.0.1,            FAILS, ABSENT, DOWN,    FIREWALL_DROP",
        "10.0.0.7,             WORKS, WORKS,  UNKNOWN, NAME_NOT_LOOPBACK",
        "'127.0.0.1 10.0.0.7', WORKS, WORKS,  UNKNOWN, NAME_NOT_LOOPBACK",
        "!not known,           WORKS, WORKS,  UNKNOWN, NAME_UNRESOLVED",
        "?too slow,            WORKS, WORKS,  UNKNOWN, UNKNOWN"
    })
    void localhostIsUpWhenItLeadsToAnAddressThatAnswers(
            String answer, LoopbackAnswer ipv4, LoopbackAnswer ipv6, String status, String cause) {
        Health health = localhost(answer, ipv4, ipv6);
        assertThat(health.getStatus()).isEqualTo(new Status(status));
        assertThat(health.getDetails()).containsEntry("cause", cause);
    }

    @Test
    void localhostIsNotJudgedByAnOldSelfTest() {
        Reading<LoopbackState> old =
                loopback(LoopbackAnswer.FAILS, LoopbackAnswer.FAILS).failed("It hangs.");
        Health health = new LocalhostHealthIndicator(
                        saved("names", Answers.of(LocalhostName.NAME, "127.0.0.1")), saved("loopback", old))
                .health();
        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.getDetails()).containsEntry("fix", "It hangs.");
    }

    private static Health latency(Duration fail) {
        Reading<Latency> reading = fresh(Saved.healthy().build());
        var thresholds = new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), fail);
        return new LatencyHealthIndicator(saved("latency", reading), thresholds).health();
    }

    @Test
    void latencyChangesTheStatusOnlyWhenTheUserSaysSo() {
        assertThat(latency(null).getStatus()).isEqualTo(Status.UP);
        assertThat(latency(Duration.ofMillis(1)).getStatus()).isEqualTo(Status.UP);
        Health slow = latency(Duration.ofNanos(20_000));
        assertThat(slow.getStatus()).isEqualTo(Status.DOWN);
        assertThat(slow.getDetails()).containsEntry("failMicros", 20.0);
        assertThat(slow.getDetails().get("tooSlow"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("tcp4");
    }

    @Test
    void latencyThatIsNotMeasuredIsNotKnown() {
        Reading<Latency> missing = new Reading.Missing<>("Not yet.");
        var thresholds = new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), null);
        Health health = new LatencyHealthIndicator(saved("latency", missing), thresholds).health();
        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.getDetails().keySet())
                .isEqualTo(latency(null).getDetails().keySet());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void collectorsAreUpWhenAllReadingsAreFresh(boolean allFresh) {
        Reading<String> other = allFresh ? fresh("b") : fresh("b").failed("The kernel refused.");
        Health health =
                new CollectorsHealthIndicator(List.of(saved("one", fresh("a")), saved("other", other))).health();
        assertThat(health.getStatus()).isEqualTo(allFresh ? Status.UP : Status.UNKNOWN);
        assertThat(health.getDetails()).containsOnlyKeys("one", "other");
        assertThat(((Map<?, ?>) health.getDetails().get("other")).get("reason"))
                .isEqualTo(allFresh ? null : "The kernel refused.");
    }
}
