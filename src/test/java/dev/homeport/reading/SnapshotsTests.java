package dev.homeport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTests {

    private static Snapshot<?> snapshot(String name, String revision) {
        return new Snapshot<>(name, new Reading.Missing<>("not yet"), revision);
    }

    @Test
    void pageHasTheRevisionsAndTheNamesOfAllThatItIsMadeFrom() {
        Snapshots made = Snapshots.of(snapshot("hosts", "h1")).and(List.of(snapshot("sockets", "s7")));
        assertThat(made.revision()).isEqualTo("h1~s7");
        assertThat(made.names()).isEqualTo("hosts sockets");
    }

    @Test
    void readingThatGivesTwoPartsIsNamedOnce() {
        assertThat(Snapshots.of(snapshot("namespaces", "n1"), snapshot("namespaces", "n1"))
                        .names())
                .isEqualTo("namespaces");
    }
}
