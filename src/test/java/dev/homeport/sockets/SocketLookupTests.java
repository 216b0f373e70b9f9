package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice between sockets of a port; that the kernel chooses so, {@code AnswersInNamespaceTests} shows. */
class SocketLookupTests {

    private static final ListeningSocket ANY4 = Fixtures.tcp("0.0.0.0", 80, "any4");
    private static final ListeningSocket DUAL = Fixtures.tcp("::", 80, "dual");
    private static final ListeningSocket MAPPED = Fixtures.tcp("::ffff:0.0.0.0", 80, "mapped");
    private static final ListeningSocket LOOPBACK = Fixtures.tcp("127.0.0.1", 80, "loopback");

    private static SocketLookup.Choice at(String address, String device, ListeningSocket... sockets) {
        return SocketLookup.choose(List.of(sockets), IpAddress.parse(address).orElseThrow(), device);
    }

    private static List<String> who(SocketLookup.Choice choice) {
        return choice.sockets().stream().map(ListeningSocket::holder).toList();
    }

    @Test
    void ownAddressGoesBeforeAWildcardAndCountsAsOwn() {
        assertThat(who(at("127.0.0.1", "lo", ANY4, LOOPBACK))).containsExactly("loopback");
        assertThat(at("127.0.0.1", "lo", ANY4, LOOPBACK).isOwn()).isTrue();
        assertThat(who(at("127.0.0.2", "lo", ANY4, LOOPBACK))).containsExactly("any4");
        assertThat(at("127.0.0.2", "lo", ANY4, LOOPBACK).isOwn()).isFalse();
    }

    @Test
    void ipv4SocketGoesBeforeADualOneForIpv4Alone() {
        assertThat(who(at("192.168.1.5", "eth0", DUAL, ANY4))).containsExactly("any4");
        assertThat(who(at("::1", "lo", DUAL, ANY4))).containsExactly("dual");
        assertThat(who(at("::1", "lo", ANY4, MAPPED)))
                .as("a mapped wildcard takes no IPv6")
                .isEmpty();
        assertThat(who(at("127.0.0.1", "lo", MAPPED))).containsExactly("mapped");
    }

    @Test
    void deviceLetsInWhatBelongsToIt() {
        ListeningSocket onEth0 = Fixtures.onDevice(ANY4, "eth0");
        assertThat(who(at("127.0.0.1", "lo", onEth0))).isEmpty();
        assertThat(who(at("192.168.1.5", "eth0", onEth0))).containsExactly("any4");
    }

    @Test
    void betweenDeviceAndNoneTheChoiceIsOpen() {
        SocketLookup.Choice choice = at("192.168.1.5", "eth0", Fixtures.onDevice(ANY4, "eth0"), ANY4);
        assertThat(choice.sockets()).hasSize(2);
        assertThat(choice.isCertain()).isFalse();
        assertThat(at("127.0.0.1", "lo", Fixtures.onDevice(ANY4, "eth0"), ANY4).isCertain())
                .isTrue();
    }

    @Test
    void ownAddressOnAnotherDeviceDoesNotHideTheWildcard() {
        ListeningSocket elsewhere = Fixtures.onDevice(Fixtures.tcp("192.168.1.5", 80, "own"), "wg0");
        assertThat(who(at("192.168.1.5", "eth0", elsewhere, ANY4))).containsExactly("any4");
    }

    @Test
    void groupSharesAndIsCertain() {
        SocketLookup.Choice choice = at("127.0.0.1", "lo", LOOPBACK, LOOPBACK);
        assertThat(choice.sockets()).hasSize(2);
        assertThat(choice.isCertain()).isTrue();
    }

    @Test
    void whereV6onlyIsNotKnownIpv4IsAMaybe() {
        ListeningSocket unknown = Fixtures.withUnknownFamily(DUAL);
        assertThat(at("127.0.0.1", "lo", unknown).isCertain()).isFalse();
        assertThat(at("::1", "lo", unknown).isCertain()).isTrue();
        assertThat(at("127.0.0.1", "lo", unknown, ANY4))
                .satisfies(choice -> assertThat(who(choice)).containsExactly("any4"))
                .satisfies(choice -> assertThat(choice.isCertain()).isTrue());
    }

    @Test
    void whatDoesNotListenAnswersNobody() {
        ListeningSocket bound = Fixtures.inRole(LOOPBACK, SocketRole.BOUND);
        assertThat(at("127.0.0.1", "lo", bound).sockets()).isEmpty();
    }

    @Test
    void zoneOfALinkLocalAddressIsItsDevice() {
        ListeningSocket own = Fixtures.onDevice(Fixtures.tcp("fe80::5%eth0", 80, "link"), "eth0");
        assertThat(who(at("fe80::5%eth0", "eth0", own))).containsExactly("link");
        assertThat(who(at("fe80::5%wlan0", "wlan0", own))).isEmpty();
    }
}
