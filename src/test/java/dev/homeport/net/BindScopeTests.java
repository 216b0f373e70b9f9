package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN 1.3: an upper bound by the bind address alone. */
class BindScopeTests {

    private static final LocalAddresses LOCAL = new LocalAddresses(
            Map.of(
                    address("127.0.0.1"), "lo",
                    address("192.168.1.5"), "eth0",
                    address("192.168.1.255"), "eth0",
                    address("2001:db8::5"), "eth0",
                    address("100.100.1.1"), "tailscale0",
                    address("172.17.0.1"), "docker0",
                    address("172.18.0.1"), "br-0123456789ab",
                    address("10.88.0.1"), "podman0",
                    address("192.168.122.1"), "virbr0",
                    address("10.1.1.1"), "br-lan"),
            Set.of(IpFamily.IPV4, IpFamily.IPV6));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.0.1.1, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "0.0.0.0, ALL",
        "::, ALL",
        "::ffff:0.0.0.0, ALL",
        "192.168.1.5, ADDRESS",
        "192.168.1.255, ADDRESS",
        "2001:db8::5, ADDRESS",
        "100.100.1.1, ADDRESS",
        "172.17.0.1, CONTAINERS",
        "172.18.0.1, CONTAINERS",
        "10.88.0.1, CONTAINERS",
        "192.168.122.1, ADDRESS",
        "10.1.1.1, ADDRESS",
        "169.254.7.7, LINK_LOCAL",
        "fe80::1%eth0, LINK_LOCAL",
        "8.8.8.8, FOREIGN",
        "2001:db8::6, FOREIGN",
        "224.0.0.251, LINK_LOCAL",
        "239.255.255.250, ALL",
        "ff01::1, LOOPBACK",
        "ff02::fb, LINK_LOCAL",
        "ff05::1, ALL",
        "255.255.255.255, ALL",
    })
    void scopeFollowsTheBindAddress(String bind, BindScope expected) {
        assertThat(BindScope.of(address(bind), LOCAL)).isEqualTo(expected);
    }

    @Test
    void addressOfAFamilyThatCouldNotBeListedIsNotCalledForeign() {
        LocalAddresses onlyIpv4 = new LocalAddresses(Map.of(address("127.0.0.1"), "lo"), Set.of(IpFamily.IPV4));
        assertThat(BindScope.of(address("2001:db8::5"), onlyIpv4)).isEqualTo(BindScope.ADDRESS);
        assertThat(BindScope.of(address("8.8.8.8"), onlyIpv4)).isEqualTo(BindScope.FOREIGN);
    }

    @Test
    void onlyThreeScopesReachBeyondThisMachine() {
        assertThat(BindScope.values())
                .filteredOn(BindScope::reachesBeyondThisMachine)
                .containsExactly(BindScope.LINK_LOCAL, BindScope.ADDRESS, BindScope.ALL);
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }
}
