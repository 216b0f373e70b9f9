package dev.homeport.latency.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.Saved;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackSentenceTests {

    private static final LatencyProperties USUAL =
            new LatencyProperties(Duration.ofSeconds(10), 10, Duration.ofMillis(1), null);

    private static LoopbackSentence.Said said(Saved saved) {
        return LoopbackSentence.of(saved.build(), USUAL).orElseThrow();
    }

    @Test
    void otherPagesSayInASentenceWhetherLoopbackWorks() {
        assertThat(said(Saved.healthy()))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback is healthy: 127.0.0.1 answers in 20 µs, ::1 in 22 µs.", false, null));
        assertThat(said(Saved.healthy().then(ProbeTarget.TCP4, 16_000_000).failing(ProbeTarget.TCP6, Saved.absent())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback is slow: 127.0.0.1 answers in 16.0 ms, ::1 is not there.", true, null));
    }

    @Test
    void sentenceForOtherPagesNamesWhatDoesNotAnswer() {
        assertThat(said(Saved.healthy().failing(ProbeTarget.TCP4, Saved.timedOut())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback does not work: 127.0.0.1 does not answer (timed out).", false, "127.0.0.1"));
        assertThat(said(Saved.healthy().failing(ProbeTarget.TCP6, Saved.timedOut())))
                .isEqualTo(new LoopbackSentence.Said(
                        "Loopback works by half: 127.0.0.1 answers in 20 µs, ::1 does not answer (timed out).",
                        false,
                        "[::1]"));
    }
}
