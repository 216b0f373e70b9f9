package dev.homeport.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.lint.Lint;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.FileFacts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.Keeper;
import dev.homeport.platform.OsFamily;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules about the file as such, and the commands for each system. */
class FileRulesTests {

    private static Hosts hosts(OsFamily osFamily, @Nullable Keeper keeper, FileFacts facts) {
        byte[] bytes = "::1 localhost ip6-localhost\n192.168.1.5 box\n10.0.0.1:80 a\n".getBytes(StandardCharsets.UTF_8);
        return Samples.hosts(bytes, Settings.machine().build(), osFamily, keeper, facts);
    }

    private static HostsFinding finding(Hosts hosts, String id) {
        return Lint.of(hosts, PortsInUse.UNKNOWN).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Hosts hosts) {
        return Lint.of(hosts, PortsInUse.UNKNOWN).stream().map(HostsFinding::id).toList();
    }

    @Test
    void whoMayWriteItIsJudged() {
        assertThat(finding(hosts(OsFamily.LINUX, null, Samples.facts(1, 0, "rw-rw-rw-")), "H31")
                        .fix()
                        .command())
                .isEqualTo("sudo chmod 644 /etc/hosts");
        assertThat(finding(hosts(OsFamily.LINUX, null, Samples.facts(1, 1000, "rw-r--r--")), "H31")
                        .message())
                .contains("alice");
        assertThat(ids(hosts(OsFamily.LINUX, null, Samples.facts(1, 0, "rw-rw-r--"))))
                .doesNotContain("H31", "H29");
    }

    @Test
    void whoWroteItIsTold() {
        FileFacts facts = Samples.facts(1, 0, "rw-r--r--");
        assertThat(finding(hosts(OsFamily.LINUX, Keeper.WSL, facts), "H29")
                        .fix()
                        .note())
                .contains("/etc/wsl.conf");
    }

    @Test
    void commandsMakeACopyAndWriteIntoTheFileThatIsThere() {
        FileFacts facts = Samples.facts(1, 0, "rw-r--r--");
        assertThat(finding(hosts(OsFamily.LINUX, null, facts), "H10").fix().command())
                .isEqualTo(
                        "sudo cp /etc/hosts /etc/hosts.bak && sed '3d' < /etc/hosts.bak | sudo tee /etc/hosts > /dev/null");
        assertThat(finding(hosts(OsFamily.LINUX, Keeper.CONTAINER, facts), "H01")
                        .fix()
                        .command())
                .isEqualTo(
                        "cp /etc/hosts /etc/hosts.bak && printf '127.0.0.1 localhost\\n' | tee -a /etc/hosts > /dev/null");
        assertThat(finding(hosts(OsFamily.WINDOWS, null, facts), "H10").fix().command())
                .startsWith("$h=\"$env:SystemRoot\\System32\\drivers\\etc\\hosts\"; Copy-Item $h \"$h.bak\"; ")
                .contains("-notin 3");
    }
}
