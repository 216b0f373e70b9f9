package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstFewTests {

    @Test
    void shortListIsToldWhole() {
        assertThat(FirstFew.of(List.of(), 3)).isEmpty();
        assertThat(FirstFew.of(List.of("a"), 3)).isEqualTo("a");
        assertThat(FirstFew.of(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    }

    @Test
    void ofALongOneItIsSaidHowManyMoreThereAre() {
        assertThat(FirstFew.of(List.of("a", "b", "c", "d"), 3)).isEqualTo("a, b, c and 1 more");
        assertThat(FirstFew.of(List.of("a", "b", "c"), 1)).isEqualTo("a and 2 more");
    }
}
