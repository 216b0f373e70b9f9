package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Namespace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files in {@code /proc/<pid>/net} and netlink tell the same of a network namespace, whatever state it is in. */
class ProcInterfaceSourceTests {

    @Test
    void filesTellWhatNetlinkTells() throws Exception {
        List<String[]> lines = Namespace.run("", ProcParity.class);
        Set<String> states = lines.stream().map(line -> line[0]).collect(Collectors.toSet());
        assertThat(states).hasSize(10);
        assertThat(lines)
                .filteredOn(line -> !line[2].equals(line[3]))
                .extracting(line -> String.join(" | ", line))
                .isEmpty();
        assertThat(lines)
                .extracting(line -> line[3])
                .contains("[1 lo off loopback]", "[default via 10.77.0.1 dev eth0]");
    }
}
