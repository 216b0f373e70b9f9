package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.source.IfInet6Parser.Ipv6Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class IfInet6ParserTests {

    @Test
    void addressHasItsInterfaceAndItsLength() {
        List<Ipv6Address> found = IfInet6Parser.parse(List.of(
                "00000000000000000000000000000001 01 80 10 80       lo",
                "fe80000000000000021122fffe334455 0b 40 20 80     eth0"));
        assertThat(found).extracting(Ipv6Address::device).containsExactly("lo", "eth0");
        assertThat(found)
                .extracting(one -> one.row().address().text())
                .containsExactly("::1", "fe80::211:22ff:fe33:4455");
        assertThat(found).extracting(one -> one.row().index()).containsExactly(1, 11);
        assertThat(found).extracting(one -> one.row().prefix()).containsExactly(128, 64);
    }

    @Test
    void lineThatMakesNoSenseIsPassedOver() {
        assertThat(IfInet6Parser.parse(List.of("", "xyz 01 80 10 80 lo", "00 01 80", "0001 01 80 10 80 lo")))
                .isEmpty();
    }
}
