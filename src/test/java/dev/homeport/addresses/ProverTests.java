package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.answer.RateLimit;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.sockets.ListeningSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proofs on real sockets of this machine's loopback. */
class ProverTests {

    private final Prover prover = new Prover(
            new ConnectProbe(Duration.ofMillis(500), Duration.ofMillis(50)),
            () -> new LocalAddresses(Map.of(), Set.of()),
            new RateLimit(100, "proofs", System::nanoTime));

    private Proof prove(Interfaces interfaces, ListeningSocket socket) {
        return prover.prove(socket, AddressMap.of(interfaces, List.of(socket)));
    }

    private static ListeningSocket socket(ServerSocket server) {
        return dev.homeport.sockets.Fixtures.tcp("127.0.0.1", server.getLocalPort(), "test");
    }

    @Test
    void whatListensIsAcceptedAndTheRestRefused() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Proof proof = prove(Fixtures.loopback().withoutAddress("::1").build(), socket(server));
            assertThat(proof.trials()).extracting(Trial::outcome).containsExactly(Outcome.ACCEPTED);
            assertThat(proof.surprises()).isEmpty();
            assertThat(prover.last(proof.socket())).contains(proof);
        }
    }

    @Test
    void serverThatHasGoneIsASurpriseWithAnExplanation() throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        ListeningSocket socket = socket(server);
        server.close();
        Proof proof = prove(Fixtures.loopback().withoutAddress("::1").build(), socket);
        assertThat(proof.surprises()).singleElement().satisfies(trial -> {
            assertThat(trial.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(trial.explanation()).contains("has just ended");
        });
    }

    @Test
    void addressThatHasGoneIsNotTried() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Proof proof = prove(
                    Fixtures.loopback()
                            .link(2, "eth0", null)
                            .address("203.0.113.77", 24)
                            .build(),
                    socket(server));
            assertThat(proof.trials())
                    .filteredOn(trial -> trial.address().address().text().equals("203.0.113.77"))
                    .singleElement()
                    .satisfies(trial -> {
                        assertThat(trial.outcome()).isEqualTo(Outcome.ADDRESS_NOT_AVAILABLE);
                        assertThat(trial.attempt().detail()).contains("nothing was tried");
                    });
        }
    }

    @Test
    void soManyAddressesAndNoMore() throws IOException {
        Fixtures many = Fixtures.loopback().link(2, "eth0", null);
        for (int i = 0; i < 100; i++) {
            many.address("10.0.0." + (i + 1), 24);
        }
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Proof proof = prove(many.build(), socket(server));
            assertThat(proof.trials()).hasSize(Prover.MOST_ADDRESSES);
            assertThat(proof.left()).isEqualTo(102 - Prover.MOST_ADDRESSES);
            assertThat(proof.trials().get(0).address().address().text()).isEqualTo("127.0.0.1");
        }
    }
}
