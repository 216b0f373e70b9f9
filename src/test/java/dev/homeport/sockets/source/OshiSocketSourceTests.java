package dev.homeport.sockets.source;

import static dev.homeport.sockets.Fixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.Protocol;
import dev.homeport.platform.OsFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Each of OSHI's sentinels ends at the border. The table is a stub, since one machine shows only its own. */
class OshiSocketSourceTests {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] ANY4 = new byte[4];
    private static final byte[] ANY6 = new byte[16];
    private static final byte[] NOTHING = {};
    private static final byte[] MAPPED_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
    private static final byte[] LOOPBACK6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @Test
    void tcpInListenIsASocketWithItsOwnerAndAcceptQueue() {
        assertThat(linux(tcp("tcp4", LOOPBACK, 5432, TcpState.LISTEN, 3, 77)))
                .containsExactly(new SocketRow(
                        Protocol.TCP,
                        true,
                        SocketFamily.IPV4,
                        address("127.0.0.1"),
                        5432,
                        null,
                        null,
                        new AcceptQueue(3, null),
                        null,
                        List.of(77)));
    }

    @Test
    void otherStatesAndNoStateAreNotListening() {
        assertThat(linux(
                        tcp("tcp4", LOOPBACK, 1, TcpState.ESTABLISHED, 0, 1),
                        tcp("tcp4", LOOPBACK, 2, TcpState.TIME_WAIT, 0, 1),
                        tcp("tcp4", LOOPBACK, 3, null, 0, 1)))
                .isEmpty();
    }

    @Test
    void mappedAddressIsIpv4ThatTakesNoIpv6() {
        SocketRow row =
                linux(tcp("tcp6", MAPPED_LOOPBACK, 8080, TcpState.LISTEN, 0, 1)).get(0);
        assertThat(row.family()).isEqualTo(SocketFamily.IPV4);
        assertThat(row.address().unmapped()).isEqualTo(address("127.0.0.1"));
        assertThat(row.v6only()).isFalse();
    }

    @Test
    void specificIpv6AddressTakesIpv6Alone() {
        SocketRow row =
                linux(tcp("tcp6", LOOPBACK6, 8080, TcpState.LISTEN, 0, 1)).get(0);
        assertThat(row.family()).isEqualTo(SocketFamily.IPV6);
        assertThat(row.v6only()).isTrue();
    }

    @Test
    void whetherAnIpv6WildcardTakesIpv4IsNotKnown() {
        SocketRow row = linux(tcp("tcp6", ANY6, 8080, TcpState.LISTEN, 0, 1)).get(0);
        assertThat(row.family()).isEqualTo(SocketFamily.UNKNOWN);
        assertThat(row.v6only()).isNull();
    }

    @Test
    void macSaysThatAWildcardIsDual() {
        SocketRow row = read(OsFamily.MACOS, tcp("tcp46", ANY4, 8080, TcpState.LISTEN, 0, 1))
                .get(0);
        assertThat(row.family()).isEqualTo(SocketFamily.DUAL);
        assertThat(row.address()).isEqualTo(address("::"));
        assertThat(row.v6only()).isFalse();
        assertThat(row.queue()).isNull();
    }

    @Test
    void wildcardOfNoBytesIsThatOfItsFamily() {
        List<SocketRow> rows = read(
                OsFamily.WINDOWS,
                tcp("tcp4", NOTHING, 80, TcpState.LISTEN, 0, 4),
                tcp("tcp6", NOTHING, 80, TcpState.LISTEN, 0, 4));
        assertThat(rows).extracting(SocketRow::address).containsExactly(address("0.0.0.0"), address("::"));
    }

    @Test
    void boundUdpHasNoPeerWhateverItsState() {
        assertThat(linux(
                        udp("udp4", ANY4, 53, NOTHING, 0, TcpState.CLOSED),
                        udp("udp4", ANY4, 54, NOTHING, 0, TcpState.NONE),
                        udp("udp4", ANY4, 55, ANY4, 0, null)))
                .extracting(SocketRow::port)
                .containsExactly(53, 54, 55);
    }

    @Test
    void connectedUdpIsNotListed() {
        assertThat(linux(
                        udp("udp4", LOOPBACK, 40000, LOOPBACK, 53, TcpState.ESTABLISHED),
                        udp("udp4", LOOPBACK, 40001, LOOPBACK, 53, TcpState.CLOSED)))
                .isEmpty();
    }

    @Test
    void pidThatIsNoneNamesNoOwner() {
        assertThat(linux(
                        tcp("tcp4", LOOPBACK, 1, TcpState.LISTEN, 0, -1),
                        tcp("tcp4", LOOPBACK, 2, TcpState.LISTEN, 0, 0)))
                .extracting(SocketRow::pids)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void rowsThatMakeNoSenseAreLeftOut() {
        assertThat(linux(
                        tcp("tcp4", new byte[7], 1, TcpState.LISTEN, 0, 1),
                        tcp("tcp4", LOOPBACK, 0, TcpState.LISTEN, 0, 1),
                        tcp("tcp4", LOOPBACK, 70000, TcpState.LISTEN, 0, 1),
                        tcp("sctp", LOOPBACK, 5, TcpState.LISTEN, 0, 1)))
                .isEmpty();
    }

    @Test
    void macListsASharedSocketOnceForEachProcess() {
        List<SocketRow> rows = read(
                OsFamily.MACOS,
                tcp("tcp4", LOOPBACK, 80, TcpState.LISTEN, 0, 10),
                tcp("tcp4", LOOPBACK, 80, TcpState.LISTEN, 0, 11),
                tcp("tcp4", LOOPBACK, 80, TcpState.LISTEN, 0, 10));
        assertThat(rows).singleElement().extracting(SocketRow::pids).isEqualTo(List.of(10, 11));
    }

    @Test
    void linuxListsTwoSocketsOnOnePortAsTwo() {
        assertThat(linux(
                        tcp("tcp4", LOOPBACK, 80, TcpState.LISTEN, 0, 10),
                        tcp("tcp4", LOOPBACK, 80, TcpState.LISTEN, 0, 11)))
                .hasSize(2);
    }

    @Test
    void saysWhatItCannotTell() {
        assertThat(new OshiSocketSource(Mockito.mock(InternetProtocolStats.class), OsFamily.LINUX)
                        .read()
                        .limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.remedy()).contains("ss -tulpne"));
    }

    private static List<SocketRow> linux(IPConnection... table) {
        return read(OsFamily.LINUX, table);
    }

    private static List<SocketRow> read(OsFamily os, IPConnection... table) {
        InternetProtocolStats stats = Mockito.mock(InternetProtocolStats.class);
        Mockito.when(stats.getConnections()).thenReturn(List.of(table));
        return new OshiSocketSource(stats, os).read().rows();
    }

    private static IPConnection tcp(String type, byte[] address, int port, TcpState state, int queue, int pid) {
        return new IPConnection(type, address, port, NOTHING, 0, state, 0, queue, pid);
    }

    private static IPConnection udp(String type, byte[] address, int port, byte[] peer, int peerPort, TcpState state) {
        return new IPConnection(type, address, port, peer, peerPort, state, 0, 0, 1);
    }
}
