package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.Protocol;
import dev.homeport.sockets.source.Rows;
import dev.homeport.sockets.source.SocketInode;
import dev.homeport.sockets.source.SocketRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketLivesTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SocketLives lives = new SocketLives();

    @Test
    void socketThatStaysKeepsItsIdAndItsBeginning() {
        SocketLives.Life first = lives(NOON, row("127.0.0.1", 80, 7)).get(0);
        SocketLives.Life second =
                lives(NOON.plusSeconds(9), row("127.0.0.1", 80, 7)).get(0);
        assertThat(second).isEqualTo(first);
        assertThat(second.since()).isEqualTo(NOON);
    }

    @Test
    void restartedServerIsANewSocket() {
        String before = lives(NOON, row("127.0.0.1", 80, 7)).get(0).id();
        SocketLives.Life after =
                lives(NOON.plusSeconds(1), row("127.0.0.1", 80, 8)).get(0);
        assertThat(after.id()).isNotEqualTo(before);
        assertThat(after.since()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void socketThatWentAndCameBackIsANewOne() {
        String before = lives(NOON, row("127.0.0.1", 80, 7)).get(0).id();
        lives(NOON.plusSeconds(1));
        assertThat(lives(NOON.plusSeconds(2), row("127.0.0.1", 80, 7)).get(0).id())
                .isNotEqualTo(before);
    }

    @Test
    void ownerThatComesIntoSightOrHidesDoesNotMakeItAnother() {
        String hidden = lives(NOON, row("127.0.0.1", 80)).get(0).id();
        assertThat(lives(NOON, row("127.0.0.1", 80, 7)).get(0).id()).isEqualTo(hidden);
        assertThat(lives(NOON, row("127.0.0.1", 80)).get(0).id()).isEqualTo(hidden);
        assertThat(lives(NOON, row("127.0.0.1", 80, 8)).get(0).id())
                .as("the owner was known as 7 before")
                .isNotEqualTo(hidden);
    }

    @Test
    void socketsOnOnePlaceAreToldApart() {
        List<SocketLives.Life> first = lives(NOON, row("0.0.0.0", 80, 7), row("0.0.0.0", 80, 8), row("0.0.0.0", 80, 8));
        assertThat(first).extracting(SocketLives.Life::id).doesNotHaveDuplicates();
        List<SocketLives.Life> reversed =
                lives(NOON, row("0.0.0.0", 80, 8), row("0.0.0.0", 80, 8), row("0.0.0.0", 80, 7));
        assertThat(reversed.get(2)).isEqualTo(first.get(0));
        assertThat(reversed).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void addressPortAndProtocolEachMakeAnotherSocket() {
        assertThat(lives(
                        NOON,
                        row("127.0.0.1", 80, 7),
                        row("127.0.0.2", 80, 7),
                        row("127.0.0.1", 81, 7),
                        row("::ffff:127.0.0.1", 80, 7),
                        Rows.oshi(Protocol.UDP, "127.0.0.1", 80, 7)))
                .extracting(SocketLives.Life::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyANewSocketWithoutOwnerIsWorthASecondLook() {
        assertThat(lives.hasNewWithoutOwner(List.of(row("127.0.0.1", 80, 7)))).isFalse();
        assertThat(lives.hasNewWithoutOwner(List.of(row("127.0.0.1", 80)))).isTrue();
        lives(NOON, row("127.0.0.1", 80));
        assertThat(lives.hasNewWithoutOwner(List.of(row("127.0.0.1", 80)))).isFalse();
    }

    @Test
    void socketIsTheKernelsOwnWhateverElseIsTheSame() {
        SocketRow first = Rows.tcp("127.0.0.1", 80, new SocketInode(5, 0, 100L));
        SocketRow second = Rows.tcp("127.0.0.1", 80, new SocketInode(5, 0, 101L));
        SocketLives.Life before = lives(NOON, first).get(0);
        assertThat(lives(NOON.plusSeconds(1), first)).containsExactly(before);
        assertThat(lives(NOON.plusSeconds(2), second)).doesNotContain(before);
    }

    @Test
    void idOfTheKernelsOwnSurvivesARestartOfHomeport() {
        SocketRow row = Rows.tcp("127.0.0.1", 80, new SocketInode(5, 0, 100L));
        String id = lives(NOON, row).get(0).id();
        assertThat(new SocketLives()
                        .next(List.of(row), NOON.plusSeconds(60))
                        .get(0)
                        .id())
                .isEqualTo(id);
    }

    @Test
    void lifeGoesOnWhereAnotherSourceTakesOver() {
        SocketLives.Life before = lives(NOON, Rows.tcp("127.0.0.1", 80, new SocketInode(5, 0, 100L)))
                .get(0);
        assertThat(lives(NOON.plusSeconds(1), row("127.0.0.1", 80, 7)).get(0).id())
                .isEqualTo(before.id());
        assertThat(lives(NOON.plusSeconds(2), Rows.tcp("127.0.0.1", 80, new SocketInode(5, 0, 100L)))
                        .get(0)
                        .id())
                .isEqualTo(before.id());
    }

    private List<SocketLives.Life> lives(Instant now, SocketRow... rows) {
        return lives.next(List.of(rows), now);
    }

    private static SocketRow row(String bind, int port, Integer... pids) {
        return Rows.oshi(Protocol.TCP, bind, port, pids);
    }
}
