package dev.homeport.latency.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.rule.Fingerprint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A real listener whose accept queue is full (DOMAIN R2.7, X19). */
class FullAcceptQueueTests {

    private static final Path NETSTAT = Path.of("/proc/net/netstat");

    /** The kernel drops the first packet of a connection and hears of it again a second later. */
    @Test
    void itsClientsWaitForASecond() throws Exception {
        assumeTrue(Files.isReadable(NETSTAT), "needs Linux");
        List<SocketChannel> waiting = new ArrayList<>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress("127.0.0.1", 0), 1);
            InetSocketAddress there = (InetSocketAddress) server.getLocalAddress();
            for (int i = 0; i < 2; i++) {
                waiting.add(SocketChannel.open(there));
            }
            long dropped = overflows();
            Prober prober = new Prober(
                    () -> new Connect(StandardProtocolFamily.INET, there),
                    new Prober.Habit(0, true, false),
                    new Watch(Duration.ofSeconds(10)));
            Future<Burst> burst = thread.submit(() -> prober.burst(1));
            while (overflows() == dropped) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 2; i++) {
                server.accept().close();
            }
            assertThat(Fingerprint.in(
                            ProbeKind.CONNECT, Distribution.of(burst.get().nanos(), 1)))
                    .containsExactly(new Fingerprint.Match(Fingerprint.LOST_SYN, 1));
        } finally {
            thread.shutdownNow();
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static long overflows() throws IOException {
        List<String> lines = Files.readAllLines(NETSTAT);
        int column = List.of(lines.get(0).split(" ")).indexOf("ListenOverflows");
        return Long.parseLong(lines.get(1).split(" ")[column]);
    }
}
