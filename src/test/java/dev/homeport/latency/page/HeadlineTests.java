package dev.homeport.latency.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.Saved;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HeadlineTests {

    private static String headline(Saved saved) {
        return new Headline(saved.build(), ZoneOffset.UTC).sentence();
    }

    @Test
    void sentenceHasMedianSlowestLossesAndTheOtherFamily() {
        assertThat(headline(Saved.healthy()))
                .isEqualTo(
                        "127.0.0.1 answers in 20 µs, the slowest of 60 in 23 µs, 0 of 1,200 lost today; ::1 the same");
    }

    @Test
    void sentenceSaysWhatDiffersAndWhatIsNotThere() {
        assertThat(headline(Saved.healthy().then(ProbeTarget.TCP6, 90_000, 90_000)))
                .endsWith("; ::1 in 23 µs, the slowest of 62 in 90 µs");
        assertThat(headline(Saved.healthy().failing(ProbeTarget.TCP6, Saved.absent())))
                .endsWith("; ::1 is not there");
        assertThat(headline(Saved.healthy().failing(ProbeTarget.TCP6, Saved.timedOut())))
                .endsWith("; ::1 does not answer (timed out)");
        assertThat(headline(Saved.healthy().failing(ProbeTarget.TCP4, Saved.timedOut())))
                .startsWith("127.0.0.1 does not answer (timed out); ");
    }

    @Test
    void todayBeginsAtMidnightWhereTheReaderIs() {
        ZoneId noonIsMidnight = ZoneOffset.ofHours(12);
        assertThat(new Headline(Saved.healthy().then(ProbeTarget.TCP4, 20_000).build(), noonIsMidnight).sentence())
                .contains("0 of 1 lost today");
    }

    @Test
    void aFailureIsLostTodayAndAnAbsenceIsNot() {
        assertThat(headline(Saved.healthy()
                        .failing(ProbeTarget.TCP4, Saved.timedOut())
                        .then(ProbeTarget.TCP4, 20_000)))
                .contains("1 of 1,202 lost today");
        assertThat(Saved.healthy().build().track(ProbeTarget.ICMP4).failuresSince(Saved.NOON))
                .isZero();
    }
}
