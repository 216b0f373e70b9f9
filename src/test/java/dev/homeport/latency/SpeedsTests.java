package dev.homeport.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.probe.ProbeTarget;
import org.junit.jupiter.api.Test;

class SpeedsTests {

    private static Speed tcp4(Latency latency) {
        return Speeds.of(latency).stream()
                .filter(speed -> speed.target().equals(ProbeTarget.TCP4.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAnswersHasAMedianAndNothingToExcuse() {
        Speed speed = tcp4(Saved.healthy().build());
        assertThat(speed.p50Micros()).isEqualTo(20.0);
        assertThat(speed.outcome()).isNull();
        assertThat(speed.reason()).isNull();
    }

    @Test
    void slowestOfAFewSamplesIsNotPassedOffAsA99thPercentile() {
        assertThat(tcp4(Saved.healthy().build()).p99Micros()).isNull();
    }

    @Test
    void failureIsToldByItsNameForProgramsAndInASentenceForPeople() {
        Speed speed =
                tcp4(Saved.healthy().failing(ProbeTarget.TCP4, Saved.timedOut()).build());
        assertThat(speed.outcome()).isEqualTo("timed-out");
        assertThat(speed.reason()).startsWith("No answer in time: ").endsWith(".");
    }
}
