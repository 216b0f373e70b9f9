package dev.homeport.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.net.Protocol;
import org.junit.jupiter.api.Test;

/** Numbers and words in requests. */
class ParametersTests {

    @Test
    void choiceIsOneOfItsWordsOrNone() {
        assertThat(ChoiceParameter.parse("p", " udp ", Protocol.values(), Protocol::text))
                .contains(Protocol.UDP);
        assertThat(ChoiceParameter.parse("p", null, Protocol.values(), Protocol::text))
                .isEmpty();
        assertThat(ChoiceParameter.parse("p", "  ", Protocol.values(), Protocol::text))
                .isEmpty();
        assertThatThrownBy(() -> ChoiceParameter.parse("p", "sctp", Protocol.values(), Protocol::text))
                .isInstanceOfSatisfying(
                        BadParameter.class,
                        bad -> assertThat(bad.sentence()).isEqualTo("p takes one of tcp, udp, not “sctp”."));
    }

    @Test
    void numberOutsideItsBoundsIsRefused() {
        assertThat(NumberParameter.parse("n", "10", 5, 1, 10)).isEqualTo(10);
        assertThat(NumberParameter.parse("n", "", 5, 1, 10)).isEqualTo(5);
        assertThatThrownBy(() -> NumberParameter.parse("n", "11", 5, 1, 10))
                .isInstanceOfSatisfying(
                        BadParameter.class,
                        bad -> assertThat(bad.sentence()).isEqualTo("n takes a number from 1 to 10, not “11”."));
    }

    @Test
    void limitSaysWhatItIsANumberOf() {
        assertThat(RowLimit.parse(null)).isEqualTo(RowLimit.FIRST_ROWS);
        assertThat(RowLimit.parse("100000")).isEqualTo(100_000);
        assertThatThrownBy(() -> RowLimit.parse("100001"))
                .isInstanceOfSatisfying(
                        BadParameter.class,
                        bad -> assertThat(bad.sentence())
                                .isEqualTo("limit takes a number of rows from 1 to 100000, not “100001”."));
    }
}
