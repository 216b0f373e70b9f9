package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.NativeSocket;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** On real sockets. */
class ConnectProbeTests {

    private static final ConnectProbe PROBE = new ConnectProbe(Duration.ofMillis(300), Duration.ofMillis(100));

    private static Endpoint local(int port) {
        return new Endpoint(IpAddress.parse("127.0.0.1").orElseThrow(), port);
    }

    @Test
    void silentServerHasAccepted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(PROBE.connect(local(server.getLocalPort())).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void serverThatSpeaksFirstHasAccepted() throws Exception {
        assertThat(answered(Socket::getOutputStream, true)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void serverThatClosesAtOnceHasAcceptedAndClosed() throws Exception {
        assertThat(answered(Socket::getOutputStream, false)).isEqualTo(Outcome.ACCEPTED_THEN_CLOSED);
    }

    private interface Use {
        java.io.OutputStream of(Socket socket) throws IOException;
    }

    private static Outcome answered(Use use, boolean speaks) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> {
                try (Socket accepted = server.accept()) {
                    if (speaks) {
                        use.of(accepted).write('!');
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            Outcome outcome = PROBE.connect(local(server.getLocalPort())).outcome();
            thread.join();
            return outcome;
        }
    }

    @Test
    void portWithoutListenerRefuses() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = server.getLocalPort();
        }
        ConnectProbe.Attempt attempt = PROBE.connect(local(port));
        assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(attempt.detail()).contains("refused");
    }

    @Test
    void fullAcceptQueueTimesOut() throws IOException {
        try (NativeSocket server =
                        NativeSocket.tcp(IpFamily.IPV4).bind("127.0.0.1", 0).listen(0);
                Socket waiting = new Socket()) {
            waiting.connect(new InetSocketAddress("127.0.0.1", server.port()));
            assertThat(PROBE.connect(local(server.port())).outcome()).isEqualTo(Outcome.TIMED_OUT);
        }
    }

    @Test
    void broadcastAddressOfLoopbackIsNoDestination() {
        IpAddress broadcast = IpAddress.parse("127.255.255.255").orElseThrow();
        assertThat(PROBE.connect(new Endpoint(broadcast, 80)).outcome())
                .as("DOMAIN R1.6")
                .isIn(Outcome.NETWORK_UNREACHABLE, Outcome.NOT_PERMITTED);
    }

    @Test
    void zoneThatIsNotThereIsAnAddressThatIsNotThere() {
        IpAddress zoned = IpAddress.parse("fe80::1%nosuch0").orElseThrow();
        assertThat(PROBE.connect(new Endpoint(zoned, 80)).outcome()).isEqualTo(Outcome.ADDRESS_NOT_AVAILABLE);
    }
}
