package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Fixtures;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.sockets.ListeningSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a proof makes of prediction and outcome (DOMAIN R5.40). */
class TrialTests {

    private static final ListeningSocket SERVER = dev.homeport.sockets.Fixtures.tcp("127.0.0.1", 80, "server");

    private static Trial trial(
            Cell.Kind kind, boolean isCertain, Outcome outcome, Duration took, ListeningSocket... who) {
        LocalAddress address =
                LocalAddressList.of(Fixtures.loopback().build(), List.of()).get(0);
        return new Trial(
                address, new Cell(kind, List.of(who), isCertain), new ConnectProbe.Attempt(outcome, took, null));
    }

    private static Trial trial(Cell.Kind kind, Outcome outcome) {
        return trial(kind, true, outcome, Duration.ofMillis(1), SERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "OWN, ACCEPTED, true",
        "OWN, ACCEPTED_THEN_CLOSED, true",
        "WILDCARD, ACCEPTED, true",
        "OWN, REFUSED, false",
        "OWN, TIMED_OUT, false",
        "WILDCARD, NETWORK_UNREACHABLE, false",
        "NOBODY, REFUSED, true",
        "NOBODY, SELF_CONNECTED, true",
        "NOBODY, ACCEPTED, false",
        "NOBODY, TIMED_OUT, true",
        "CUT_OFF, TIMED_OUT, true",
        "CUT_OFF, ADDRESS_NOT_AVAILABLE, true",
        "CUT_OFF, ACCEPTED, false"
    })
    void outcomeIsAsPredictedOrNot(Cell.Kind kind, Outcome outcome, boolean asPredicted) {
        assertThat(trial(kind, outcome).isAsPredicted()).isEqualTo(asPredicted);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyDifferenceIsExplained(Outcome outcome) {
        for (Cell.Kind kind : Cell.Kind.values()) {
            Trial trial = trial(kind, outcome);
            assertThat(trial.isAsPredicted() || trial.explanation() != null)
                    .as(kind + " " + outcome)
                    .isTrue();
        }
    }

    @Test
    void whatIsUsualNeedsNoWordsAndWhatIsOddGetsSome() {
        assertThat(trial(Cell.Kind.OWN, Outcome.ACCEPTED).explanation()).isNull();
        assertThat(trial(Cell.Kind.NOBODY, Outcome.REFUSED).explanation()).isNull();
        assertThat(trial(Cell.Kind.OWN, Outcome.ACCEPTED_THEN_CLOSED).explanation())
                .contains("forwarder");
        assertThat(trial(Cell.Kind.NOBODY, Outcome.TIMED_OUT).explanation())
                .as("nobody answers, as predicted, but not as usual")
                .contains("a firewall drops");
    }

    @Test
    void fullQueueIsPredictedToTimeOut() {
        ListeningSocket full = dev.homeport.sockets.Fixtures.full(SERVER);
        assertThat(trial(Cell.Kind.OWN, true, Outcome.TIMED_OUT, Duration.ofSeconds(1), full)
                        .isAsPredicted())
                .isTrue();
        assertThat(trial(Cell.Kind.OWN, true, Outcome.TIMED_OUT, Duration.ofSeconds(1), full, SERVER)
                        .isAsPredicted())
                .as("one of the group accepts still")
                .isFalse();
    }

    @Test
    void openPredictionAllowsBothAnswersButNoThird() {
        assertThat(trial(Cell.Kind.WILDCARD, false, Outcome.REFUSED, Duration.ZERO, SERVER)
                        .isAsPredicted())
                .isTrue();
        assertThat(trial(Cell.Kind.WILDCARD, false, Outcome.TIMED_OUT, Duration.ZERO, SERVER)
                        .isAsPredicted())
                .isFalse();
    }

    @Test
    void refusalAfterASecondIsAFirewallsAndOneAtOnceMayBe() {
        assertThat(trial(Cell.Kind.OWN, true, Outcome.REFUSED, Duration.ofMillis(1004), SERVER)
                        .explanation())
                .startsWith("A firewall rejects it");
        assertThat(trial(Cell.Kind.OWN, Outcome.REFUSED).explanation())
                .as("DOMAIN R5.43: never that nothing listens")
                .startsWith("A socket listens there");
    }

    @Test
    void answerWithoutSocketIsARedirection() {
        assertThat(trial(Cell.Kind.NOBODY, Outcome.ACCEPTED).explanation()).contains("NAT");
    }
}
