package dev.homeport.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of a real loopback in each state that it can be brought into (DOMAIN 5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopbackInNamespaceTests {

    private final Map<String, List<String>> found = new HashMap<>();

    @BeforeAll
    void run() throws Exception {
        Namespace.run("set -e", LoopbackStates.class)
                .forEach(line -> found.put(line[0], List.of(line).subList(1, line.length)));
    }

    @ParameterizedTest
    @CsvSource({
        "never up,        loopback-down, never switched on",
        "up,              '', ''",
        "small,           loopback-mtu, Below 1280",
        "large again,     loopback-ipv6-missing, below 1280 for a while",
        "mended,          '', ''",
        "braked,          loopback-qdisc, delays",
        "free again,      '', ''",
        "without address, loopback-ipv4-missing, a default route takes them away",
        "with address,    '', ''",
        "prohibited,      loopback-route-missing, EACCES",
        "allowed,         '', ''",
        "exposed,         route-localnet, CVE-2020-8558",
        "hidden,          '', ''",
        "without IPv6,    loopback-ipv6-missing, disable_ipv6",
        "with IPv6,       '', ''",
        "switched off,    loopback-down, switched off"
    })
    void stateIsTold(String state, String ids, String why) {
        assumeTrue(!found.containsKey(state + " not possible"), "this kernel cannot do that");
        assertThat(found).containsKey(state);
        assertThat(found.get(state).get(0)).isEqualTo(ids);
        assertThat(found.get(state).get(1)).contains(why);
    }
}
