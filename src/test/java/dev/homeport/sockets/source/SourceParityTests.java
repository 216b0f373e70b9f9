package dev.homeport.sockets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.NativeSocket;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.LoopbackAddress;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Allowance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import oshi.SystemInfo;

/**
 * Three witnesses of the same live sockets: sock_diag, {@code /proc/net} and OSHI. They agree on protocol, address, port
 * and the connections that wait; what only one of them can know is named where it is tested.
 */
@EnabledOnOs(OS.LINUX)
class SourceParityTests {

    /** A source, and what it can know beyond address and port. */
    enum Witness {
        SOCK_DIAG(() -> new SockDiagSocketSource(new Allowance(1, Duration.ofSeconds(9), System::nanoTime))),
        PROCFS(() -> new ProcSocketSource(NamespaceRoot.own(Path.of("/proc")), () -> InsideTable.NONE)),
        /** /proc with what somebody found who was inside: what Homeport knows of a namespace that it may enter. */
        COMPLETED(() -> new ProcSocketSource(NamespaceRoot.own(Path.of("/proc")), SourceParityTests::inside)),
        OSHI(() ->
                new OshiSocketSource(new SystemInfo().getOperatingSystem().getInternetProtocolStats(), OsFamily.LINUX));

        private final Supplier<SocketSource> source;

        Witness(Supplier<SocketSource> source) {
            this.source = source;
        }

        /** The second reading's: the first has no sockets that are bound without listening. Others may use the same port on other addresses. */
        List<SocketRow> rows(Protocol protocol, String bind, int port) throws IOException {
            SocketSource fresh = source.get();
            fresh.read();
            return fresh.read().rows().stream()
                    .filter(row -> row.protocol() == protocol && row.port() == port)
                    .filter(row -> row.address().text().equals(bind))
                    .toList();
        }

        SocketRow only(Protocol protocol, String bind, int port) throws IOException {
            List<SocketRow> rows = rows(protocol, bind, port);
            assertThat(rows)
                    .as("%s's rows of %s %s %d", this, protocol, bind, port)
                    .hasSize(1);
            return rows.get(0);
        }
    }

    private static InsideTable inside() {
        try {
            return InsideTable.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean ipv6;

    @BeforeEach
    void lookForIpv6() {
        ipv6 = LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty();
    }

    @AfterEach
    void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, IPV4, 127.0.0.1",
        "127.0.0.2, IPV4, 127.0.0.2",
        "0.0.0.0, IPV4, 0.0.0.0",
        "::1, IPV6, ::1",
        "::ffff:127.0.0.1, IPV6, 127.0.0.1",
        "::ffff:0.0.0.0, IPV6, 0.0.0.0",
    })
    void allAgreeOnABindAddress(String bind, IpFamily family, String address) throws IOException {
        for (Protocol protocol : Protocol.values()) {
            int port = open(protocol, family).bind(bind, 0).port();
            listenIfTcp(protocol);
            for (Witness witness : Witness.values()) {
                SocketRow row = witness.only(protocol, bind, port);
                assertThat(row.address().text()).isEqualTo(bind);
                assertThat(row.address().unmapped().text()).isEqualTo(address);
                assertThat(row.family().text()).isEqualTo(address.contains(":") ? "ipv6" : "ipv4");
                assertThat(row.isListening()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false, DUAL", "true, IPV6"})
    void whetherAWildcardIsDualOnlySockDiagKnows(boolean v6only, SocketFamily family) throws IOException {
        for (Protocol protocol : Protocol.values()) {
            int port =
                    open(protocol, IpFamily.IPV6).v6only(v6only).bind("::", 0).port();
            listenIfTcp(protocol);
            for (Witness seeing : List.of(Witness.SOCK_DIAG, Witness.COMPLETED)) {
                assertThat(seeing.only(protocol, "::", port).family()).isEqualTo(family);
                assertThat(seeing.only(protocol, "::", port).v6only()).isEqualTo(v6only);
            }
            for (Witness blind : List.of(Witness.PROCFS, Witness.OSHI)) {
                assertThat(blind.only(protocol, "::", port).family()).isEqualTo(SocketFamily.UNKNOWN);
                assertThat(blind.only(protocol, "::", port).v6only()).isNull();
            }
        }
    }

    @Test
    void deviceOnlySockDiagKnows() throws IOException {
        int port = open(Protocol.TCP, IpFamily.IPV4)
                .device("lo")
                .bind("0.0.0.0", 0)
                .listen(1)
                .port();
        for (Witness seeing : List.of(Witness.SOCK_DIAG, Witness.COMPLETED)) {
            assertThat(seeing.only(Protocol.TCP, "0.0.0.0", port).device()).isEqualTo("lo");
        }
        assertThat(Witness.PROCFS.only(Protocol.TCP, "0.0.0.0", port).device()).isNull();
        assertThat(Witness.OSHI.only(Protocol.TCP, "0.0.0.0", port).device()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"8, 3, false", "2, 3, true"})
    void allSeeWhoWaitsAndOnlySockDiagTheBacklog(int backlog, int clients, boolean full) throws IOException {
        int port = open(Protocol.TCP, IpFamily.IPV4)
                .bind("127.0.0.1", 0)
                .listen(backlog)
                .port();
        for (int i = 0; i < clients; i++) {
            open(Protocol.TCP, IpFamily.IPV4).connect("127.0.0.1", port);
        }
        for (Witness seeing : List.of(Witness.SOCK_DIAG, Witness.COMPLETED)) {
            assertThat(seeing.only(Protocol.TCP, "127.0.0.1", port).queue())
                    .isEqualTo(new AcceptQueue(clients, backlog));
        }
        assertThat(Witness.SOCK_DIAG
                        .only(Protocol.TCP, "127.0.0.1", port)
                        .queue()
                        .isFull())
                .isEqualTo(full);
        assertThat(Witness.PROCFS.only(Protocol.TCP, "127.0.0.1", port).queue())
                .isEqualTo(new AcceptQueue(clients, null));
        assertThat(Witness.OSHI.only(Protocol.TCP, "127.0.0.1", port).queue())
                .isEqualTo(new AcceptQueue(clients, null));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, IPV4", "::1, IPV6"})
    void socketThatIsBoundWithoutListeningOnlySockDiagKnows(String bind, IpFamily family) throws IOException {
        int port = open(Protocol.TCP, family).bind(bind, 0).port();
        List<SocketRow> rows = Witness.SOCK_DIAG.rows(Protocol.TCP, bind, port);
        assumeFalse(rows.isEmpty(), "needs Linux 6.8");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.isListening()).isFalse());
        assertThat(Witness.PROCFS.rows(Protocol.TCP, bind, port)).isEmpty();
        assertThat(Witness.OSHI.rows(Protocol.TCP, bind, port)).isEmpty();
    }

    @Test
    void boundSocketThatBeginsToListenIsTheSameSocketOnce() throws IOException {
        NativeSocket socket = open(Protocol.TCP, IpFamily.IPV4).bind("127.0.0.1", 0);
        SocketSource source = Witness.SOCK_DIAG.source.get();
        source.read();
        source.read();
        socket.listen(5);
        assertThat(source.read().rows())
                .filteredOn(row ->
                        row.port() == socket.port() && row.address().text().equals("127.0.0.1"))
                .singleElement()
                .satisfies(row -> assertThat(row.isListening()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void groupOfSocketsOnOneAddressIsSeveralRows(Witness witness) throws IOException {
        int port = open(Protocol.TCP, IpFamily.IPV4)
                .reusePort()
                .bind("127.0.0.1", 0)
                .listen(1)
                .port();
        open(Protocol.TCP, IpFamily.IPV4).reusePort().bind("127.0.0.1", port).listen(1);
        assertThat(witness.rows(Protocol.TCP, "127.0.0.1", port)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void twoUdpSocketsOnOneAddressAreTwoRows(Witness witness) throws IOException {
        int port = open(Protocol.UDP, IpFamily.IPV4)
                .reuseAddress()
                .bind("127.0.0.1", 0)
                .port();
        open(Protocol.UDP, IpFamily.IPV4).reuseAddress().bind("127.0.0.1", port);
        assertThat(witness.rows(Protocol.UDP, "127.0.0.1", port)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void connectedUdpIsNoRow(Witness witness) throws IOException {
        int server = open(Protocol.UDP, IpFamily.IPV4).bind("127.0.0.1", 0).port();
        int client = open(Protocol.UDP, IpFamily.IPV4)
                .bind("127.0.0.1", 0)
                .connect("127.0.0.1", server)
                .port();
        assertThat(witness.rows(Protocol.UDP, "127.0.0.1", server)).hasSize(1);
        assertThat(witness.rows(Protocol.UDP, "127.0.0.1", client)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void addressThatNoInterfaceHasIsARow(Witness witness) throws IOException {
        int port = open(Protocol.TCP, IpFamily.IPV4)
                .freebind()
                .bind("192.0.2.77", 0)
                .listen(1)
                .port();
        assertThat(witness.only(Protocol.TCP, "192.0.2.77", port).address().text())
                .isEqualTo("192.0.2.77");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void connectionsAndTheirRemainsOnTheListenersPortAreNoRows(Witness witness) throws IOException {
        NativeSocket listener = open(Protocol.TCP, IpFamily.IPV4)
                .reuseAddress()
                .bind("127.0.0.1", 0)
                .listen(5);
        NativeSocket client = open(Protocol.TCP, IpFamily.IPV4).connect("127.0.0.1", listener.port());
        client.close();
        assertThat(witness.rows(Protocol.TCP, "127.0.0.1", listener.port())).hasSize(1);
    }

    @Test
    void inodeAndUserAreTheSameForSockDiagAndProcfs() throws IOException {
        int port =
                open(Protocol.TCP, IpFamily.IPV4).bind("127.0.0.1", 0).listen(1).port();
        SocketInode inode =
                Witness.SOCK_DIAG.only(Protocol.TCP, "127.0.0.1", port).inode();
        assertThat(Witness.PROCFS.only(Protocol.TCP, "127.0.0.1", port).inode())
                .isEqualTo(new SocketInode(inode.number(), inode.uid(), null));
        assertThat(inode.cookie()).isNotNull();
        assertThat(Witness.OSHI.only(Protocol.TCP, "127.0.0.1", port).inode()).isNull();
    }

    @Test
    void whereNothingChangesTheTableIsTheVeryOneBefore() throws IOException {
        open(Protocol.TCP, IpFamily.IPV4).bind("127.0.0.1", 0).listen(1);
        SocketSource source = Witness.SOCK_DIAG.source.get();
        SocketTable last = source.read();
        Map<Boolean, SocketTable> seen = new HashMap<>();
        for (int i = 0; i < 1000 && !seen.containsKey(true); i++) {
            SocketTable now = source.read();
            seen.put(now == last, now);
            last = now;
        }
        assertThat(seen).containsKey(true);
    }

    private NativeSocket open(Protocol protocol, IpFamily family) {
        assumeTrue(family == IpFamily.IPV4 || ipv6, "needs ::1");
        NativeSocket socket = protocol == Protocol.TCP ? NativeSocket.tcp(family) : NativeSocket.udp(family);
        opened.push(socket);
        return socket;
    }

    private void listenIfTcp(Protocol protocol) {
        if (protocol == Protocol.TCP && opened.peek() instanceof NativeSocket socket) {
            socket.listen(1);
        }
    }
}
