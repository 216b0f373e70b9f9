package dev.homeport.platform.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class SoftnetStatTests {

    @Test
    void droppedPacketsOfAllProcessorsAreAdded() {
        assertThat(SoftnetStat.dropped(new StringReader("00000010 00000002 0\n00000020 0000000a 0\n")))
                .hasValue(12);
    }

    @Test
    void tableOfAnotherKindTellsNothing() {
        assertThat(SoftnetStat.dropped(new StringReader("what\n"))).isEmpty();
        assertThat(SoftnetStat.dropped(new StringReader("00000010 00000002 0\n00000020 x 0\n")))
                .isEmpty();
    }
}
