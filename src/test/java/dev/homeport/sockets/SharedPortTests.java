package dev.homeport.sockets;

import static dev.homeport.sockets.Fixtures.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Container;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.processes.Forwarder;
import dev.homeport.processes.Forwarding;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import dev.homeport.sockets.source.SocketFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who answers which address, and the words beside a socket. */
class SharedPortTests {

    private final ListeningSocket all4 = socket("a", Protocol.TCP, "0.0.0.0", SocketFamily.IPV4, null, owner("app"));
    private final ListeningSocket loopback =
            socket("b", Protocol.TCP, "127.0.0.1", SocketFamily.IPV4, null, owner("proxy"));
    private final ListeningSocket loopback6 = socket("c", Protocol.TCP, "::1", SocketFamily.IPV6, null, owner("six"));
    private final ListeningSocket dual = socket("d", Protocol.TCP, "::", SocketFamily.DUAL, null, owner("dual"));
    private final ListeningSocket all6 = socket("e", Protocol.TCP, "::", SocketFamily.IPV6, null, owner("v6"));

    @Test
    void mostSpecificBindAnswers() {
        assertThat(shared(all4, loopback, loopback6).answers())
                .extracting(SharedPort.Answer::address, answer -> ids(answer.sockets()))
                .containsExactly(
                        tuple("127.0.0.1", "b"),
                        tuple("::1", "c"),
                        tuple("every other IPv4 address", "a"),
                        tuple("every other IPv6 address", ""));
    }

    @Test
    void dualSocketAnswersIpv4WhereNoneIsBoundToItAlone() {
        assertThat(shared(dual, loopback).answers())
                .extracting(SharedPort.Answer::address, answer -> ids(answer.sockets()))
                .containsExactly(
                        tuple("127.0.0.1", "b"),
                        tuple("every other IPv4 address", "d"),
                        tuple("every IPv6 address", "d"));
        assertThat(shared(dual, all4).answers())
                .extracting(SharedPort.Answer::address, answer -> ids(answer.sockets()))
                .containsExactly(tuple("every IPv4 address", "a"), tuple("every IPv6 address", "d"));
    }

    @Test
    void ipv6OnlyWildcardAnswersNoIpv4() {
        assertThat(shared(all6, loopback).answers())
                .filteredOn(answer -> answer.address().equals("every other IPv4 address"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.sockets()).isEmpty());
    }

    @Test
    void wildcardOfWhichThatIsNotKnownAnswersPerhaps() {
        ListeningSocket unknown = socket("u", Protocol.TCP, "::", SocketFamily.UNKNOWN, null, owner("x"));
        assertThat(shared(unknown, loopback).answers())
                .filteredOn(answer -> answer.address().contains("IPv4"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.isCertain()).isFalse())
                .satisfies(answer -> assertThat(ids(answer.sockets())).isEqualTo("u"));
    }

    @Test
    void socketOnADeviceAnswersThereAlone() {
        ListeningSocket onLo = socket("l", Protocol.TCP, "0.0.0.0", SocketFamily.IPV4, "lo", owner("x"));
        assertThat(shared(onLo, all4).answers())
                .extracting(SharedPort.Answer::address, answer -> ids(answer.sockets()))
                .contains(tuple("0.0.0.0 through lo", "l"), tuple("every other IPv4 address", "a"));
    }

    @Test
    void tcpSocketsOnOneAddressShareAndAreNoConflict() {
        ListeningSocket other = socket("x", Protocol.TCP, "127.0.0.1", SocketFamily.IPV4, null, owner("proxy"));
        SharedPort shared = shared(loopback, other, all4);
        assertThat(shared.sameBind()).contains("SO_REUSEPORT", "127.0.0.1:8080");
        assertThat(shared.isConflict()).isFalse();
        assertThat(shared.isSameBind(other)).isTrue();
        assertThat(shared.isSameBind(all4)).isFalse();
        assertThat(Mark.of(other, shared)).extracting(Mark::text).containsExactly("shared");
    }

    @Test
    void udpSocketsOnOneAddressAreAConflictUnlessItIsAGroup() {
        SharedPort shared = shared(udp("a", "0.0.0.0"), udp("b", "0.0.0.0"));
        assertThat(shared.isConflict()).isTrue();
        assertThat(shared.sameBind()).contains("SO_REUSEADDR");
        assertThat(Mark.of(udp("a", "0.0.0.0"), shared)).allMatch(Mark::isWarning);
        assertThat(shared(udp("a", "224.0.0.251"), udp("b", "224.0.0.251")).isConflict())
                .isFalse();
    }

    @Test
    void socketsOnOtherPortsOrProtocolsOrWithoutListeningShareNothing() {
        assertThat(SharedPort.byId(List.of(all4, udp("u", "0.0.0.0"), Fixtures.tcp("0.0.0.0", 81, "x"))))
                .isEmpty();
        assertThat(SharedPort.byId(List.of(all4, bound()))).isEmpty();
    }

    @Test
    void worstMarkComesFirst() {
        ListeningSocket full = new ListeningSocket(
                "f",
                Protocol.TCP,
                SocketFamily.IPV4,
                all4.bind(),
                "0.0.0.0",
                BindScope.ALL,
                null,
                null,
                null,
                SocketRole.SERVER,
                Fixtures.visible(forwarder()),
                new AcceptQueue(3, 2),
                1L,
                Fixtures.TAKEN_AT);
        assertThat(full.isFull()).isTrue();
        assertThat(full.marks())
                .extracting(Mark::text)
                .containsExactly("accept queue full", "forwarder", "docker 0123456789ab");
        assertThat(full.forwarding().map(Forwarding::target))
                .contains(ForwardTarget.parse("container at 172.17.0.2:80"));
        assertThat(bound().marks()).extracting(Mark::text).containsExactly("does not listen");
    }

    @Test
    void queueIsFullOnlyBeyondItsBacklog() {
        assertThat(new AcceptQueue(2, 2).isFull()).isFalse();
        assertThat(new AcceptQueue(3, 2).isFull()).isTrue();
        assertThat(new AcceptQueue(3, null).isFull()).isFalse();
    }

    private static ProcessDetails forwarder() {
        Map<Integer, ForwardTarget> targets = Map.of(8080, ForwardTarget.parse("container at 172.17.0.2:80"));
        return new ProcessDetails(
                7,
                "docker-proxy",
                "root",
                "docker-proxy",
                Fixtures.TAKEN_AT,
                new Container("docker", "0123456789abcdef", null),
                new Forwarder("docker-proxy", "It only forwards.", targets, null, Set.of()));
    }

    private static ListeningSocket bound() {
        ListeningSocket socket = Fixtures.tcp("127.0.0.1", 8080, "app");
        return new ListeningSocket(
                "bound",
                Protocol.TCP,
                SocketFamily.IPV4,
                socket.bind(),
                "127.0.0.1",
                BindScope.LOOPBACK,
                null,
                null,
                null,
                SocketRole.BOUND,
                socket.owner(),
                null,
                2L,
                Fixtures.TAKEN_AT);
    }

    private static ListeningSocket udp(String id, String bind) {
        return socket(id, Protocol.UDP, bind, SocketFamily.IPV4, null, owner("app"));
    }

    private static ListeningSocket socket(
            String id, Protocol protocol, String bind, SocketFamily family, String device, Owner owner) {
        IpAddress address = Fixtures.address(bind);
        return new ListeningSocket(
                id,
                protocol,
                family,
                new Endpoint(address, 8080),
                bind,
                BindScope.ALL,
                device,
                null,
                null,
                SocketRole.SERVER,
                owner,
                null,
                1L,
                Fixtures.TAKEN_AT);
    }

    private static SharedPort shared(ListeningSocket... sockets) {
        return SharedPort.byId(List.of(sockets)).get(sockets[0].id());
    }

    private static String ids(List<ListeningSocket> sockets) {
        return String.join(" ", sockets.stream().map(ListeningSocket::id).toList());
    }
}
