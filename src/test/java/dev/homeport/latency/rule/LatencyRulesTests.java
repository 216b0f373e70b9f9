package dev.homeport.latency.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.Saved;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyRulesTests {

    private static final LatencyProperties USUAL =
            new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), null);
    private static final Evidence QDISC = new Evidence("Queueing: tbf", "ip link show lo");

    private static List<Finding> findings(Saved saved) {
        return LatencyRules.findings(saved.build(), USUAL, () -> List.of(QDISC));
    }

    @Test
    void aHealthyMachineHasNoFindings() {
        assertThat(findings(Saved.healthy())).isEmpty();
    }

    @Test
    void anAddressThatDoesNotAnswerIsAnErrorOnceHoweverManyProbesSaySo() {
        Saved saved = Saved.healthy();
        for (ProbeTarget target :
                List.of(ProbeTarget.TCP4, ProbeTarget.UDP4, ProbeTarget.CONNECT4, ProbeTarget.CONNECT_MAPPED)) {
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
        assertThat(findings(Saved.healthy().failing(ProbeTarget.TCP6, Saved.timedOut())))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(findings(Saved.healthy().failing(ProbeTarget.TCP6, Saved.absent())))
                .isEmpty();
    }

    @Test
    void aSlowRoundNamesWhatProbablyDelaysIt() {
        Saved slow = Saved.healthy().then(ProbeTarget.TCP4, 16_000_000, 17_000_000, 18_000_000);
        assertThat(findings(slow)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("latency-slow");
            assertThat(finding.message()).contains("17.0 ms (127.0.0.1, TCP round trip)");
            assertThat(finding.evidence().get(0)).isEqualTo(QDISC);
        });
        assertThat(findings(slow.then(ProbeTarget.TCP4, 20_000, 21_000))).isEmpty();
    }

    @Test
    void whatIsSlowForThisMachineIsTold() {
        Saved saved = Saved.healthy().usually(ProbeTarget.TCP4, 5).usually(ProbeTarget.CONNECT4, 20);
        assertThat(findings(saved)).isEmpty();
        for (int round = 0; round < 7; round++) {
            saved.then(
                    ProbeTarget.TCP4,
                    LongStream.generate(() -> 150_000).limit(10).toArray());
        }
        assertThat(findings(saved)).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("latency-unusual");
            assertThat(finding.evidence().get(0).observed()).isEqualTo("p50 150.0 µs, usually 5.0 µs");
        });
    }

    @Test
    void beyondFailItIsAnError() {
        LatencyProperties strict =
                new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), Duration.ofMillis(10));
        Latency slow = Saved.healthy().then(ProbeTarget.TCP4, 16_000_000).build();
        assertThat(LatencyRules.findings(slow, strict, List::of))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aPolicyForOneKindOfSocketIsTold() {
        assertThat(findings(Saved.healthy().failing(ProbeTarget.CONNECT4, Saved.timedOut())))
                .extracting(Finding::id)
                .containsExactly("loopback-silent", "connect-per-family");
        assertThat(findings(Saved.healthy().failing(ProbeTarget.CONNECT_MAPPED, Saved.timedOut())))
                .extracting(Finding::message)
                .contains("Java cannot connect to 127.0.0.1, while native programs can.");
    }

    @Test
    void aJvmWithoutIpv6IsNoPolicy() {
        assertThat(findings(Saved.healthy().failing(ProbeTarget.CONNECT_MAPPED, Saved.absent())))
                .isEmpty();
    }

    @Test
    void lostDatagramsAreToldAfterTheyCameThroughAgain() {
        Saved lossy =
                Saved.healthy().failing(ProbeTarget.UDP4, Saved.timedOut()).then(ProbeTarget.UDP4, 20_000);
        assertThat(findings(lossy)).extracting(Finding::id).containsExactly("udp-lost");
    }

    @Test
    void aClusterIsNamed() {
        assertThat(findings(Saved.healthy().then(ProbeTarget.TCP4, 20_000, 21_000, 20_000, 44_000_000, 43_000_000)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).startsWith("Nagle and delayed ACK"));
    }
}
