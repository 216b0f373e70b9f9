package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalhostNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "app.localhost", "A.B.LOCALHOST"})
    void nameItselfAndThoseBelowItAreCovered(String name) {
        assertThat(LocalhostName.covers(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mylocalhost", "localhost.example", "localhost.localdomain", "ip6-localhost"})
    void nameThatOnlyLooksLikeItIsNot(String name) {
        assertThat(LocalhostName.covers(name)).isFalse();
    }

    @Test
    void nameIsNotBelowItself() {
        assertThat(LocalhostName.is("localhost")).isTrue();
        assertThat(LocalhostName.isBelow("localhost")).isFalse();
        assertThat(LocalhostName.is("app.localhost")).isFalse();
    }
}
