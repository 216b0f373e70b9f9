package dev.homeport.latency.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTablesTests {

    @Test
    void namesDecideAndNotColumns() {
        String swapped = "TcpExt: New ListenDrops ListenOverflows\nTcpExt: 7 9 4\nTcp: MaxConn CurrEstab\nTcp: -1 12\n";
        assertThat(KernelTables.parsePairs(new StringReader(swapped)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "TcpExt.New",
                        7L,
                        "TcpExt.ListenDrops",
                        9L,
                        "TcpExt.ListenOverflows",
                        4L,
                        "Tcp.MaxConn",
                        -1L,
                        "Tcp.CurrEstab",
                        12L));
    }

    @Test
    void whatDoesNotFitIsPassedOver() {
        assertThat(KernelTables.parsePairs(new StringReader("Udp: InDatagrams NoPorts\nUdp: 5 many more\n")))
                .containsExactly(Map.entry("Udp.InDatagrams", 5L));
        assertThat(KernelTables.parsePairs(new StringReader("Udp: InDatagrams\nTcp: 5\n")))
                .isEmpty();
        assertThat(KernelTables.parseNames(new StringReader("Udp6InErrors  \t3\nnonsense\nUdp6NoPorts x\n")))
                .containsExactly(Map.entry("Udp6InErrors", 3L));
    }

    @Test
    void countersOfBothFamiliesAreOne() {
        Map<String, Long> table = Map.of("Udp.RcvbufErrors", 5L, "Udp6RcvbufErrors", 2L);
        assertThat(Counter.UDP_FULL_BUFFERS.in(table)).contains(7L);
        assertThat(Counter.LISTEN_DROPS.in(table)).isEmpty();
    }

    @Test
    void droppedPacketsAndThoseSentElsewhereAreCountedToo(@TempDir Path proc) throws IOException {
        Path net = Files.createDirectories(proc.resolve("self/net"));
        Files.writeString(net.resolve("softnet_stat"), "0000a1 0000000f 0\n000002 00000010 0\n");
        Files.writeString(
                net.resolve("dev"),
                "Inter-| Receive\n face |bytes\n"
                        + "    lo: 10 11 0 0 0 0 0 0 12 13 0 0 0 0 0 0\n"
                        + "  eth0:10 11 0 0 0 0 0 0 12 77 0 0 0 0 0 0\n");
        assertThat(new KernelTables(NamespaceRoot.own(proc)).read())
                .containsOnly(Map.entry(KernelTables.SOFTNET, 31L), Map.entry(KernelTables.OUTSIDE, 77L));
    }

    @Test
    void thisKernelHasThemAll() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/net/netstat")), "needs Linux");
        Map<String, Long> table = new KernelTables(NamespaceRoot.own(Path.of("/proc"))).read();
        for (Counter counter : Counter.values()) {
            assertThat(counter.in(table)).as(counter.names()).isPresent();
        }
    }

    @Test
    void oneTableIsEnoughAndNoneIsSaid(@TempDir Path proc) throws IOException {
        KernelTables tables = new KernelTables(NamespaceRoot.own(proc));
        assertThatIOException().isThrownBy(tables::read).withMessageContaining("none of the tables");
        Files.createDirectories(proc.resolve("self/net"));
        Files.writeString(proc.resolve("self/net/snmp"), "Udp: InDatagrams\nUdp: 5\n");
        assertThat(tables.read()).containsExactly(Map.entry("Udp.InDatagrams", 5L));
    }

    @Test
    void socketsAreCountedFromBothTables() {
        assertThat(Census.parseSockets(new StringReader(
                        "sockets: used 163\nTCP: inuse 6 orphan 0 tw 9 alloc 20 mem 3\nUDP: inuse 4 mem 1\n")))
                .isEqualTo(15);
        assertThat(Census.parseSockets(new StringReader("TCP6: inuse 3\nUDP6: inuse 2\n")))
                .isEqualTo(3);
    }

    @Test
    void reservedPortsAreNoPortsForClients() {
        assertThat(ReservedPorts.parse("8080,40000-40009,60000-60001\n").countIn(new EphemeralPorts(32768, 60999)))
                .isEqualTo(12);
        assertThat(ReservedPorts.parse("").countIn(new EphemeralPorts(1, 65535)))
                .isZero();
    }

    @Test
    void dropsOfSocketsAreTheLastColumn() {
        String table =
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops\n"
                        + "  105: 0100007F:14E9 00000000:0000 07 00000000:00000D00 00:00000000 00000000     0        0 4711 2 0000000000000000 994\n"
                        + "  garbage\n";
        assertThat(UdpDrops.parse(new StringReader(table))).containsExactly(new UdpDrops.Row(5353, 4711, 994));
    }
}
