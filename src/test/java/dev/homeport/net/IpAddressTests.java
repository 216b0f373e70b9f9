package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::1, ::1",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0db8::0001, 2001:db8::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "fe80::1%eth0, fe80::1%eth0",
        "::ffff:7f00:1, ::ffff:127.0.0.1",
        "::ffff:127.0.0.1, ::ffff:127.0.0.1",
        "64:ff9b::127.0.0.1, 64:ff9b::7f00:1",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    })
    void literalIsReadAndWrittenAsRfc5952(String literal, String text) {
        assertThat(IpAddress.parse(literal)).map(IpAddress::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "127.1",
                "2130706433",
                "127.0.0.01",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "127.0.0.256",
                "127.0.0.1.",
                "1.2.3.4.5",
                "1..2.3",
                ".1.2.3",
                "+1.2.3.4",
                "127.0.0.1%lo",
                "127.0.0.1:80",
                "127.0.0.0/8",
                "[::1]",
                "::1/128",
                ":::1",
                "1::2::3",
                ":1",
                "1:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::1",
                "::1%",
                "::1% ",
                "::1.2.3",
                "::1.2.3.4:5",
                "1.2.3.4::",
                "::ffff:1.2.03.4",
                "fe80::1%a%b",
                "١٢٧.0.0.1",
                "0:0:0:0:000000:ffff:127.1.2.3",
                "::-1"
            })
    void whatIsNoStrictLiteralIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void bytesAndLiteralGiveTheSameAddress() {
        assertThat(IpAddress.of(new byte[] {127, 0, 0, 1})).isEqualTo(address("127.0.0.1"));
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        assertThat(IpAddress.of(mapped)).isEqualTo(address("::ffff:127.0.0.1"));
        assertThatThrownBy(() -> IpAddress.of(new byte[5])).hasMessageContaining("4 or 16 bytes, not 5");
    }

    @Test
    void mappedAddressIsTheIpv4AddressThatItHolds() {
        IpAddress mapped = address("::ffff:10.1.2.3");
        assertThat(mapped.isMapped()).isTrue();
        assertThat(mapped.family()).isEqualTo(IpFamily.IPV6);
        assertThat(mapped.unmapped()).isEqualTo(address("10.1.2.3"));
        assertThat(address("::7f00:1").isMapped()).isFalse();
        assertThat(address("::ffff:0.0.0.0").isUnspecified()).isTrue();
    }

    @Test
    void ipv4AddressHasNoZone() {
        assertThatThrownBy(() -> address("10.0.0.1").withZone("eth0")).isInstanceOf(IllegalArgumentException.class);
        assertThat(address("fe80::1%eth0").withoutZone()).isEqualTo(address("fe80::1"));
    }

    @Test
    void urlHasBracketsAndAnEncodedZone() {
        assertThat(address("127.0.0.1").urlText()).isEqualTo("127.0.0.1");
        assertThat(address("::1").urlText()).isEqualTo("[::1]");
        assertThat(address("fe80::1%eth0").urlText()).isEqualTo("[fe80::1%25eth0]");
    }

    @Test
    void addressesSortByFamilyThenBits() {
        List<IpAddress> sorted = List.of(
                address("0.0.0.0"),
                address("127.0.0.1"),
                address("192.168.0.1"),
                address("::"),
                address("::1"),
                address("fe80::1"));
        assertThat(sorted.stream().sorted(java.util.Comparator.reverseOrder()).sorted())
                .containsExactlyElementsOf(sorted);
    }

    @Test
    void endpointPutsIpv6InBrackets() {
        assertThat(new Endpoint(address("127.0.0.1"), 80)).hasToString("127.0.0.1:80");
        assertThat(new Endpoint(address("::1"), 80)).hasToString("[::1]:80");
        assertThatThrownBy(() -> new Endpoint(address("::1"), 65536)).hasMessageContaining("0 to 65535");
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, 127.0.0.0, 8, true",
        "128.0.0.1, 127.0.0.0, 8, false",
        "192.168.1.5, 192.168.1.0, 24, true",
        "192.168.2.5, 192.168.1.0, 24, false",
        "255.255.255.255, 0.0.0.0, 0, true",
        "10.0.0.1, 10.0.0.1, 32, true",
        "10.0.0.2, 10.0.0.1, 32, false",
        "fd00::5, fd00::, 64, true",
        "fd00:0:0:1::5, fd00::, 64, false",
        "fd00::5, fd00::4, 127, true",
        "fd00::6, fd00::4, 127, false",
        "::1, ::, 0, true",
        "::1, ::1, 128, true",
        "::1, 0.0.0.0, 0, false",
        "127.0.0.1, ::, 0, false"
    })
    void networkHoldsTheAddressesWithItsFirstBits(String address, String network, int prefix, boolean isIn) {
        assertThat(IpAddress.parse(address)
                        .orElseThrow()
                        .isIn(IpAddress.parse(network).orElseThrow(), prefix))
                .isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 127.0.0.1, localhost",
        "::, ::1, localhost",
        "::ffff:0.0.0.0, 127.0.0.1, localhost",
        "192.168.1.5, 192.168.1.5, 192.168.1.5",
        "fe80::1%eth0, fe80::1%eth0, [fe80::1%25eth0]"
    })
    void whatWaitsAtAllAddressesIsMetAtLoopback(String bind, String connectable, String inUrls) {
        assertThat(address(bind).connectable().text()).isEqualTo(connectable);
        assertThat(address(bind).connectableUrlText()).isEqualTo(inUrls);
    }
}
