package dev.homeport.hosts.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the kernel of a network namespace answered that had such addresses, and a default route for those not link-local. */
class OwnSourcesTests {

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static OwnSources with(String addresses) {
        return new OwnSources(new LocalAddresses(
                Arrays.stream(addresses.split(" "))
                        .map(OwnSourcesTests::address)
                        .collect(Collectors.toMap(Function.identity(), own -> "eth0")),
                EnumSet.allOf(IpFamily.class)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1 ::1 10.99.0.1, 127.0.0.1, 127.0.0.1",
                "127.0.0.1 ::1 10.99.0.1, ::1, ::1",
                "127.0.0.1 ::1 10.99.0.1, 10.66.0.9, 10.99.0.1",
                "127.0.0.1 ::1 10.99.0.1, 2001:db8::5, -",
                "127.0.0.1 ::1 fe80::1 10.99.0.1, 2001:db8::5, -",
                "127.0.0.1 ::1 2001:db8::1, 10.66.0.9, -",
                "127.0.0.1 ::1, 10.66.0.9, -",
            })
    void sourceIsOneOfTheSameFamilyBesidesLoopback(String own, String to, String from) {
        assertThat(with(own).towards(address(to)).map(IpAddress::text).orElse(null))
                .isEqualTo(from);
    }
}
