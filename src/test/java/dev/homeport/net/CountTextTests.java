package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTextTests {

    @Test
    void thousandsAreApart() {
        assertThat(CountText.of(0)).isEqualTo("0");
        assertThat(CountText.of(999)).isEqualTo("999");
        assertThat(CountText.of(179_997)).isEqualTo("179,997");
    }

    @Test
    void oneOfThemIsNoPlural() {
        assertThat(CountText.of(1, "line", "lines")).isEqualTo("1 line");
        assertThat(CountText.of(0, "line", "lines")).isEqualTo("0 lines");
        assertThat(CountText.of(1500, "line", "lines")).isEqualTo("1,500 lines");
    }
}
