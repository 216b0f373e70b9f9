package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortNumberTests {

    @Test
    void firstAndLastArePorts() {
        assertThat(PortNumber.parse("1")).contains(1);
        assertThat(PortNumber.parse("65535")).contains(65535);
        assertThat(PortNumber.parse("00080")).contains(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "+1", " 80", "8o", "4294967376"})
    void othersAreNone(String text) {
        assertThat(PortNumber.parse(text)).isEmpty();
    }
}
