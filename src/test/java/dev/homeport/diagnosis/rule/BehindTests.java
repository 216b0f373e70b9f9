package dev.homeport.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.namespaces.Namespaces;
import dev.homeport.namespaces.NetworkNamespace;
import dev.homeport.namespaces.Sight;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Known;
import dev.homeport.platform.Container;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehindTests {

    private static final String ID = "8c9c8a25299404ebb4584ad0f3e35e96b51fb0c25bb90c00c403cee37214655b";

    private static Namespaces with(Known<ListeningSockets> sockets) {
        NetworkNamespace own = new NetworkNamespace("1", 1L, Kind.OWN, "this machine", null, List.of(1));
        NetworkNamespace other = new NetworkNamespace(
                "2", 2L, Kind.CONTAINER, "podman web", new Container("podman", ID, null), List.of(7));
        Known<Interfaces> links = Known.not("not asked");
        Sight sight = new Sight(
                other,
                null,
                null,
                links,
                sockets,
                Known.not("no file"),
                Known.not("not tried"),
                Known.not("not tried"));
        return new Namespaces(own, List.of(sight), Map.of(), List.of());
    }

    private static ListeningSocket door() {
        return Fixtures.forwarding("0.0.0.0", 9001, "conmon", "container web of podman (" + ID.substring(0, 12) + ")");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1:80, 80, true",
                "0.0.0.0:80, 80, false",
                "-, -, true",
                "127.0.0.1:80 127.0.0.1:81, -, true",
                "127.0.0.1:80 0.0.0.0:81, -, false",
                "127.0.0.1:9001 0.0.0.0:81, 9001, true",
            })
    void deadIsWhereNothingTakesWhatArrives(String inside, Integer port, boolean isDead) {
        ListeningSocket[] servers = inside == null
                ? new ListeningSocket[0]
                : Arrays.stream(inside.split(" "))
                        .map(bind -> Fixtures.tcp(bind.split(":")[0], Integer.parseInt(bind.split(":")[1]), "app"))
                        .toArray(ListeningSocket[]::new);
        assertThat(Behind.of(door(), with(Known.of(Fixtures.sockets(servers))))).hasValueSatisfying(behind -> {
            assertThat(behind.port()).isEqualTo(port);
            assertThat(behind.isDead()).isEqualTo(isDead);
        });
    }

    /** What is not known is not nothing. */
    @Test
    void containerWhoseSocketsAreNotKnownIsNotDead() {
        assertThat(Behind.of(door(), with(Known.not("It ended while it was read."))))
                .isEmpty();
    }
}
