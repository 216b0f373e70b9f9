package dev.homeport.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.web.security.HostAllowList.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAllowListTests {

    private final HostAllowList allowList =
            new HostAllowList(List.of("Monitor.Example", "*.lan.example"), () -> Optional.of("box.home"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost", "localhost:8080", "LOCALHOST", "localhost.", "localhost.:8080", "app.localhost",
                        "a.b.LOCALHOST.",
                "127.0.0.1", "127.0.0.1:1", "10.0.0.7:8080", "[::1]", "[::1]:8080", "[fe80::1%25eth0]:8080",
                        "[2001:DB8::1]",
                "box.home", "BOX.home.", "box", "box:9", "monitor.example:443", "a.lan.example"
            })
    void ownNamesAndAddressesAreAllowed(String host) {
        assertThat(allowList.judge(host)).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.nip.io",
                "localhost.evil.example",
                "notlocalhost",
                "xlocalhost:1",
                "localhost..",
                ".",
                "127.1",
                "0x7f.1",
                "2130706433",
                "127.0.0.1.",
                "[127.0.0.1]",
                "[evil]",
                "home",
                "lan.example",
                "x.monitor.example",
                "evil.lan.example.com"
            })
    void othersAreForeign(String host) {
        assertThat(allowList.judge(host)).isEqualTo(Verdict.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "localhost:http",
                "localhost@evil.example",
                "user:pw@localhost",
                "::1",
                "a b",
                "localhost/x",
                "localhost:123456"
            })
    void whatIsNoHostIsMalformed(String host) {
        assertThat(allowList.judge(host)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void machineWithoutAKnownNameAllowsNoName() {
        HostAllowList unnamed = new HostAllowList(List.of(), Optional::empty);
        assertThat(unnamed.judge("box.home")).isEqualTo(Verdict.FOREIGN);
        assertThat(unnamed.judge("localhost")).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"*", "http://box", "box:8080", "'a b'", "''", "*.", "a*b"})
    void settingThatIsNoNameStopsTheStart(String name) {
        assertThatThrownBy(() -> new HostAllowList(List.of(name), Optional::empty))
                .hasMessageContaining("homeport.allowed-hosts takes names")
                .hasMessageContaining(name);
    }
}
