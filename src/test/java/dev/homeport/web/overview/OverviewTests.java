package dev.homeport.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.BindScope;
import dev.homeport.platform.Container;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewTests {

    @Test
    void oddSocketsAreCountedForWhatTheyAre() {
        ListeningSocket[] odd = Fixtures.oddSockets().toArray(ListeningSocket[]::new);
        Overview overview =
                Overview.of(Fixtures.reading(odd), Fixtures.seen(), ListeningSocket::isReachableFromElsewhere);
        assertThat(overview.maybeClients())
                .as("held without listening is no client")
                .isZero();
        assertThat(overview.reachable())
                .as("what is bound to lo is reached by nobody else")
                .extracting(ListeningSocket::id)
                .contains("odd-group-1")
                .doesNotContain("odd-device", "odd-bound");
    }

    @Test
    void firstLineIsTheAnswer() {
        assertThat(headline(
                        Fixtures.tcp("127.0.0.1", 3000, "node"),
                        Fixtures.tcp("0.0.0.0", 80, "nginx"),
                        Fixtures.tcp("172.17.0.1", 81, "proxy"),
                        Fixtures.tcp("192.168.1.5", 443, "nginx")))
                .isEqualTo("4 sockets listen on this machine; 2 can be reached from other machines.");
        assertThat(headline(Fixtures.tcp("127.0.0.1", 3000, "node")))
                .isEqualTo("One socket listens on this machine; none can be reached from other machines.");
        assertThat(headline(Fixtures.tcp("0.0.0.0", 3000, "node")))
                .isEqualTo("One socket listens on this machine; one can be reached from other machines.");
        assertThat(headline()).isEqualTo("Nothing listens on this machine.");
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        Overview overview = Overview.of(
                new Reading.Missing<>("No permission."), Fixtures.seen(), ListeningSocket::isReachableFromElsewhere);
        assertThat(overview.headline()).isEqualTo("What listens here is not known yet: No permission.");
        assertThat(overview.reachable()).isEmpty();
    }

    @Test
    void containerIsNotCalledTheMachine() {
        Vantage inside = inContainer(new Container("docker", "0123456789abcdef", null));
        Overview overview = Overview.of(
                Fixtures.reading(),
                new Reading.Fresh<>(inside, Fixtures.TAKEN_AT, Duration.ZERO),
                ListeningSocket::isReachableFromElsewhere);
        assertThat(overview.headline()).contains("in this container");
        assertThat(Overview.place(inside)).isEqualTo("in a docker container 0123456789ab");
        assertThat(Overview.place(inContainer(new Container(null, null, null)))).isEqualTo("in a container");
        assertThat(Overview.place(Fixtures.vantage())).isEqualTo("on the machine itself");
    }

    @Test
    void probableClientsAreNotCountedAsServers() {
        Overview overview = overview(Fixtures.udp("0.0.0.0", 45000, "app"), Fixtures.udp("0.0.0.0", 53, "dns"));
        assertThat(overview.maybeClients()).isEqualTo(1);
        assertThat(overview.reachable()).extracting(ListeningSocket::port).containsExactly(53);
    }

    @Test
    void countsAreByScope() {
        Overview overview = overview(Fixtures.tcp("127.0.0.1", 3000, "node"), Fixtures.tcp("8.8.8.8", 80, "foreign"));
        assertThat(overview.counts())
                .containsExactly(
                        new Overview.Count(BindScope.LOOPBACK, 1),
                        new Overview.Count(BindScope.ALL, 0),
                        new Overview.Count(BindScope.FOREIGN, 1));
    }

    @Test
    void longListIsCutAndSaysHowManyMore() {
        ListeningSocket[] many = IntStream.rangeClosed(1, 40)
                .mapToObj(port -> Fixtures.tcp("0.0.0.0", port, "many"))
                .toArray(ListeningSocket[]::new);
        assertThat(overview(many).reachable()).hasSize(15);
        assertThat(overview(many).rest()).isEqualTo(25);
    }

    private static String headline(ListeningSocket... sockets) {
        return overview(sockets).headline();
    }

    private static Overview overview(ListeningSocket... sockets) {
        Reading<ListeningSockets> reading = Fixtures.reading(sockets);
        return Overview.of(reading, Fixtures.seen(), ListeningSocket::isReachableFromElsewhere);
    }

    private static Vantage inContainer(Container container) {
        Vantage seen = Fixtures.vantage();
        return new Vantage(
                seen.osFamily(), seen.os(), seen.hostname(), seen.user(), false, container, null, null, List.of());
    }
}
