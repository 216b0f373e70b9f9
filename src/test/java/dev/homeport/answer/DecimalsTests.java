package dev.homeport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTests {

    @Test
    void numberHasAsManyPlacesAsAskedFor() {
        assertThat(Decimals.round(1.2468, 2)).isEqualTo(1.25);
        assertThat(Decimals.round(21.34, 1)).isEqualTo(21.3);
        assertThat(Decimals.round(0.00004, 4)).isZero();
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Decimals.roundOrNull(21.34, 1)).isEqualTo(21.3);
        assertThat(Decimals.roundOrNull(Double.NaN, 1)).isNull();
        assertThat(Decimals.roundOrNull(Double.POSITIVE_INFINITY, 1)).isNull();
    }
}
