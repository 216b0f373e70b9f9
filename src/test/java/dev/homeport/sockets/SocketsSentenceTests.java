package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SocketsSentenceTests {

    private static final ListeningSocket OPEN = Fixtures.tcp("0.0.0.0", 80, "nginx");
    private static final ListeningSocket LOCAL = Fixtures.tcp("127.0.0.1", 5432, "postgres");

    private static String sentence(ListeningSocket... sockets) {
        return SocketsSentence.of(Fixtures.sockets(sockets));
    }

    @Test
    void countsServersAndThoseThatOtherMachinesMayReach() {
        assertThat(sentence()).isEqualTo("Nothing listens.");
        assertThat(sentence(LOCAL))
                .isEqualTo("One socket listens; none is bound so that other machines could reach it.");
        assertThat(sentence(LOCAL, OPEN))
                .isEqualTo("2 sockets listen; one is bound so that other machines may reach it.");
    }

    @Test
    void probableClientsAreNoServers() {
        assertThat(sentence(LOCAL, Fixtures.udp("0.0.0.0", 40_000, "mdns"))).startsWith("One socket listens; none");
    }

    @Test
    void largeNumbersAreGrouped() {
        assertThat(sentence(IntStream.range(0, 1_200)
                        .mapToObj(port -> Fixtures.tcp("0.0.0.0", 30_000 + port, "many"))
                        .toArray(ListeningSocket[]::new)))
                .isEqualTo("1,200 sockets listen; 1,200 are bound so that other machines may reach them.");
    }
}
