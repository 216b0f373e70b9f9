package dev.homeport.namespaces.side;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopbackMarkTests {

    private static LoopbackMark mark(String word, String life) {
        return new LoopbackMark(word, life);
    }

    @Test
    void lifeDecidesWhereBothTellIt() {
        assertThat(mark("w", "1").isSameAs(mark("w", "1"), false)).isTrue();
        assertThat(mark("w", "1").isSameAs(mark("w", "2"), true)).isFalse();
    }

    @Test
    void numberDecidesBetweenTwoThatAreThereNow() {
        assertThat(mark("w", null).isSameAs(mark("w", "1"), true)).isTrue();
        assertThat(mark("w", null).isSameAs(mark("v", "1"), true)).isFalse();
    }

    /** The kernel had given one number to sixty namespaces in a row. */
    @Test
    void sameNumberAtAnotherTimeSaysNothing() {
        assertThat(mark("w", null).isSameAs(mark("w", "1"), false)).isNull();
        assertThat(mark("w", null).isSameAs(mark("v", "1"), false)).isFalse();
    }
}
