package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN R1.1 to R1.12: the first and last address of each range, and what lies just outside. */
class AddressClassTests {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, UNSPECIFIED",
        "::, UNSPECIFIED",
        "::ffff:0.0.0.0, UNSPECIFIED",
        "127.0.0.0, LOOPBACK",
        "127.0.1.1, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0, GLOBAL",
        "126.255.255.255, GLOBAL",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "::2, GLOBAL",
        "::7f00:1, GLOBAL",
        "64:ff9b::7f00:1, NAT64",
        "64:ff9b:1::1, GLOBAL",
        "2002:7f00:1::, SIX_TO_FOUR",
        "169.254.0.0, LINK_LOCAL",
        "169.255.0.0, GLOBAL",
        "fe80::, LINK_LOCAL",
        "febf:ffff::1, LINK_LOCAL",
        "fec0::1, GLOBAL",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, GLOBAL",
        "172.15.255.255, GLOBAL",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, GLOBAL",
        "192.168.0.1, PRIVATE",
        "192.169.0.0, GLOBAL",
        "fc00::, UNIQUE_LOCAL",
        "fd00::1, UNIQUE_LOCAL",
        "fe00::1, GLOBAL",
        "100.64.0.0, CARRIER_NAT",
        "100.127.255.255, CARRIER_NAT",
        "100.128.0.0, GLOBAL",
        "198.18.0.0, BENCHMARK",
        "198.19.255.255, BENCHMARK",
        "198.20.0.0, GLOBAL",
        "192.0.2.1, DOCUMENTATION",
        "198.51.100.1, DOCUMENTATION",
        "203.0.113.255, DOCUMENTATION",
        "2001:db8::1, DOCUMENTATION",
        "2001:db9::1, GLOBAL",
        "224.0.0.1, MULTICAST",
        "239.255.255.255, MULTICAST",
        "ff02::1, MULTICAST",
        "255.255.255.255, BROADCAST",
        "0.1.2.3, THIS_NETWORK",
        "240.0.0.1, RESERVED",
        "255.255.255.254, RESERVED",
        "1.1.1.1, GLOBAL",
        "2606:4700::1111, GLOBAL",
        "fe80::1%eth0, LINK_LOCAL",
    })
    void addressHasTheClassOfItsBytes(String literal, AddressClass expected) {
        IpAddress address = IpAddress.parse(literal).orElseThrow();
        assertThat(address.addressClass()).isEqualTo(expected);
        assertThat(address.isLoopback()).isEqualTo(expected == AddressClass.LOOPBACK);
    }
}
