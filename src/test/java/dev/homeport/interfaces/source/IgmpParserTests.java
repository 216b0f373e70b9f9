package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IgmpParserTests {

    private static final List<String> TABLE = List.of(
            "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter",
            "1\tlo        :     1      V3",
            "\t\t\t\t010000E0     1 0:00000000\t\t0",
            "7\tbr-0123456789ab:     1      V3",
            "\t\t\t\tFB0000E0     1 0:00000000\t\t0");

    @Test
    void interfacesAreNumbered() {
        assertThat(IgmpParser.indices(TABLE)).isEqualTo(Map.of("lo", 1, "br-0123456789ab", 7));
    }

    @Test
    void interfaceInTheGroupOfAllHostsIsUp() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the table is of such a machine");
        assertThat(IgmpParser.up(TABLE)).containsExactly("lo");
    }

    @Test
    void otherLinesArePassedOver() {
        assertThat(IgmpParser.indices(List.of("", "x", "99999999999\teth0 : 1 V3")))
                .isEmpty();
        assertThat(IgmpParser.up(List.of("x", "\tx"))).isEmpty();
    }
}
