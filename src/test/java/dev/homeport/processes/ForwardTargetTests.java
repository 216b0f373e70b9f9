package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.processes.ForwardTarget.AddressOfContainer;
import dev.homeport.processes.ForwardTarget.Elsewhere;
import dev.homeport.processes.ForwardTarget.NameOfContainer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardTargetTests {

    static Stream<ForwardTarget> targets() {
        return Stream.of(
                new AddressOfContainer(new Endpoint(IpAddress.IPV4_LOOPBACK, 80)),
                new AddressOfContainer(new Endpoint(IpAddress.IPV6_LOOPBACK, 80)),
                new NameOfContainer("web", "8c9c8a252994"),
                new Elsewhere("db:5432 through bastion"));
    }

    /** Between two Homeports it goes as text. */
    @ParameterizedTest
    @MethodSource("targets")
    void isReadFromItsOwnWords(ForwardTarget target) {
        assertThat(ForwardTarget.parse(target.text())).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"container at 172.17.0.2:0", "container at db:80", "container at 172.17.0.2:99999", ""})
    void whatIsNoAddressOfAContainerIsElsewhere(String text) {
        assertThat(ForwardTarget.parse(text)).isEqualTo(new Elsewhere(text));
    }
}
