package dev.homeport.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.probe.ProbeTarget;
import org.junit.jupiter.api.Test;

class UsualTests {

    @Test
    void theUsualIsKnownAfterAnHourAndReckonedNowAndThen() {
        Usual usual = new Usual();
        Latency young = Saved.healthy().build();
        assertThat(usual.of(young.tracks(), Saved.NOON)).isEmpty();
        Latency old = Saved.day().build();
        assertThat(usual.of(old.tracks(), Saved.NOON.plusSeconds(60))).isEmpty();
        assertThat(usual.of(old.tracks(), Saved.NOON.plusSeconds(700)).get(ProbeTarget.TCP4))
                .isBetween(15.0, 25.0);
    }
}
