package dev.homeport.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.latency.probe.Kind;
import dev.homeport.latency.probe.Target;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyRulesTests {

    private static final LatencyProperties USUAL =
            new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), null);
    private static final Evidence QDISC = new Evidence("Queueing: tbf", "ip link show lo");

    private static List<Finding> findings(Saved saved) {
        return LatencyRules.findings(saved.build(), USUAL, () -> List.of(QDISC));
    }

    private static String headline(Saved saved) {
        return new Headline(saved.build(), ZoneOffset.UTC).sentence();
    }

    @Test
    void aHealthyMachineHasNoFindings() {
        assertThat(findings(Saved.healthy())).isEmpty();
    }

    @Test
    void sentenceHasMedianSlowestLossesAndTheOtherFamily() {
        assertThat(headline(Saved.healthy()))
                .isEqualTo(
                        "127.0.0.1 answers in 20 µs, the slowest of 60 in 23 µs, 0 of 1,200 lost today; ::1 the same");
    }

    @Test
    void otherPagesSayInASentenceWhetherLoopbackWorks() {
        assertThat(said(Saved.healthy()))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback is healthy: 127.0.0.1 answers in 20 µs, ::1 in 22 µs.", false, null));
        assertThat(said(Saved.healthy().then(Target.TCP4, 16_000_000).failing(Target.TCP6, Saved.absent())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback is slow: 127.0.0.1 answers in 16.0 ms, ::1 is not there.", true, null));
    }

    @Test
    void slowestOfAFewIsNoNinetyNinthPercentileForWhoComparesThem() {
        assertThat(Speeds.of(Saved.healthy().build())).isNotEmpty().allSatisfy(speed -> {
            assertThat(speed.p50Micros()).isNotNull();
            assertThat(speed.p99Micros()).isNull();
        });
    }

    @Test
    void sentenceForOtherPagesNamesWhatDoesNotAnswer() {
        assertThat(said(Saved.healthy().failing(Target.TCP4, Saved.timedOut())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback does not work: 127.0.0.1 does not answer (timed out).", false, "127.0.0.1"));
        assertThat(said(Saved.healthy().failing(Target.TCP6, Saved.timedOut())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback works by half: 127.0.0.1 answers in 20 µs, ::1 does not answer (timed out).",
                        false,
                        "[::1]"));
    }

    private static LoopbackSentence.Said said(Saved saved) {
        return LoopbackSentence.of(saved.build(), USUAL).orElseThrow();
    }

    @Test
    void sentenceSaysWhatDiffersAndWhatIsNotThere() {
        assertThat(headline(Saved.healthy().then(Target.TCP6, 90_000, 90_000)))
                .endsWith("; ::1 in 23 µs, the slowest of 62 in 90 µs");
        assertThat(headline(Saved.healthy().failing(Target.TCP6, Saved.absent())))
                .endsWith("; ::1 is not there");
        assertThat(headline(Saved.healthy().failing(Target.TCP6, Saved.timedOut())))
                .endsWith("; ::1 does not answer (timed out)");
        assertThat(headline(Saved.healthy().failing(Target.TCP4, Saved.timedOut())))
                .startsWith("127.0.0.1 does not answer (timed out); ");
    }

    @Test
    void todayBeginsAtMidnightWhereTheReaderIs() {
        ZoneId noonIsMidnight = ZoneOffset.ofHours(12);
        assertThat(new Headline(Saved.healthy().then(Target.TCP4, 20_000).build(), noonIsMidnight).sentence())
                .contains("0 of 1 lost today");
    }

    @Test
    void aFailureIsLostTodayAndAnAbsenceIsNot() {
        assertThat(headline(
                        Saved.healthy().failing(Target.TCP4, Saved.timedOut()).then(Target.TCP4, 20_000)))
                .contains("1 of 1,202 lost today");
        assertThat(Saved.healthy().build().track(Target.ICMP4).failuresSince(Saved.NOON))
                .isZero();
    }

    @Test
    void anAddressThatDoesNotAnswerIsAnErrorOnceHoweverManyProbesSaySo() {
        Saved saved = Saved.healthy();
        for (Target target : List.of(Target.TCP4, Target.UDP4, Target.CONNECT4, Target.CONNECT_MAPPED)) {
            saved.failing(target, Saved.timedOut());
        }
        assertThat(findings(saved)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("loopback-silent");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message())
                    .isEqualTo("127.0.0.1 does not answer (TCP round trip, UDP round trip, TCP connect).");
            assertThat(finding.why()).contains("a firewall drops what is sent");
            assertThat(finding.evidence()).contains(QDISC);
        });
    }

    @Test
    void ipv6ThatFailsIsAWarningAndThatIsAbsentIsNothing() {
        assertThat(findings(Saved.healthy().failing(Target.TCP6, Saved.timedOut())))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(findings(Saved.healthy().failing(Target.TCP6, Saved.absent())))
                .isEmpty();
    }

    @Test
    void aSlowRoundNamesWhatProbablyDelaysIt() {
        Saved slow = Saved.healthy().then(Target.TCP4, 16_000_000, 17_000_000, 18_000_000);
        assertThat(findings(slow)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("latency-slow");
            assertThat(finding.message()).contains("17.0 ms (127.0.0.1, TCP round trip)");
            assertThat(finding.evidence().get(0)).isEqualTo(QDISC);
        });
        assertThat(findings(slow.then(Target.TCP4, 20_000, 21_000))).isEmpty();
    }

    @Test
    void whatIsSlowForThisMachineIsTold() {
        Saved saved = Saved.healthy().usually(Target.TCP4, 5).usually(Target.CONNECT4, 20);
        assertThat(findings(saved)).isEmpty();
        for (int round = 0; round < 7; round++) {
            saved.then(Target.TCP4, LongStream.generate(() -> 150_000).limit(10).toArray());
        }
        assertThat(findings(saved)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("latency-unusual");
            assertThat(finding.evidence().get(0).observed()).isEqualTo("p50 150.0 µs, usually 5.0 µs");
        });
    }

    @Test
    void theUsualIsKnownAfterAnHourAndReckonedNowAndThen() {
        Usual usual = new Usual();
        Latency young = Saved.healthy().build();
        assertThat(usual.of(young.tracks(), Saved.NOON)).isEmpty();
        Latency old = Saved.day().build();
        assertThat(usual.of(old.tracks(), Saved.NOON.plusSeconds(60))).isEmpty();
        assertThat(usual.of(old.tracks(), Saved.NOON.plusSeconds(700)).get(Target.TCP4))
                .isBetween(15.0, 25.0);
    }

    @Test
    void beyondFailItIsAnError() {
        LatencyProperties strict =
                new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), Duration.ofMillis(10));
        Latency slow = Saved.healthy().then(Target.TCP4, 16_000_000).build();
        assertThat(LatencyRules.findings(slow, strict, List::of))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aPolicyForOneKindOfSocketIsTold() {
        assertThat(findings(Saved.healthy().failing(Target.CONNECT4, Saved.timedOut())))
                .extracting(Finding::id)
                .containsExactly("loopback-silent", "connect-per-family");
        assertThat(findings(Saved.healthy().failing(Target.CONNECT_MAPPED, Saved.timedOut())))
                .extracting(Finding::message)
                .contains("Java cannot connect to 127.0.0.1, while native programs can.");
    }

    @Test
    void aJvmWithoutIpv6IsNoPolicy() {
        assertThat(findings(Saved.healthy().failing(Target.CONNECT_MAPPED, Saved.absent())))
                .isEmpty();
    }

    @Test
    void lostDatagramsAreToldAfterTheyCameThroughAgain() {
        Saved lossy = Saved.healthy().failing(Target.UDP4, Saved.timedOut()).then(Target.UDP4, 20_000);
        assertThat(findings(lossy)).extracting(Finding::id).containsExactly("udp-lost");
    }

    @Test
    void aClusterIsNamed() {
        assertThat(findings(Saved.healthy().then(Target.TCP4, 20_000, 21_000, 20_000, 44_000_000, 43_000_000)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).startsWith("Nagle and delayed ACK"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TCP,     21,    -,  GOOD", "TCP,     299,   -,  GOOD", "TCP,     300,  -,   BUSY",
                "TCP,     999,   -,  BUSY", "TCP,     1000,  -,  SLOW", "UDP,     5000, -,   SLOW",
                "CONNECT, 450,   -,  GOOD", "CONNECT, 600,   -,  BUSY", "RESOLVE, 9000, -,   -",
                "TCP,     150,   40, UNUSUAL", "TCP,  90,    20, GOOD", "TCP,     110,  40,  GOOD"
            })
    void mediansAreJudged(Kind kind, double micros, Double usual, Verdict verdict) {
        assertThat(Verdict.of(kind, micros, usual, Duration.ofMillis(1))).isEqualTo(verdict);
    }
}
