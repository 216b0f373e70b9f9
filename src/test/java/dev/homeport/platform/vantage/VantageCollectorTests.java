package dev.homeport.platform.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.HostProc;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oshi.SystemInfo;

/** On the machine that runs the tests. */
class VantageCollectorTests {

    private final Vantage vantage = from(OsFamily.current(), Path.of("/proc"));

    private static Vantage from(OsFamily os, Path proc) {
        HostProc none = new HostProc(null, false, Path.of("/nowhere"));
        return new VantageCollector(new SystemInfo(), os, NamespaceRoot.own(proc), none).collect();
    }

    @Test
    void saysWhoAndWhereItIs() throws Exception {
        assertThat(vantage.os()).isNotBlank();
        assertThat(vantage.hostname()).isNotBlank();
        assertThat(vantage.user()).isNotBlank().isNotEqualTo("?");
        if (vantage.osFamily() == OsFamily.LINUX) {
            String link = Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
            assertThat("net:[" + vantage.namespace() + "]").isEqualTo(link);
        }
    }

    @Test
    void secondLookAtAnUnchangedMachineSaysTheSame() {
        assertThat(from(OsFamily.current(), Path.of("/proc"))).isEqualTo(vantage);
    }

    @Test
    void eachLimitHasAReasonAndARemedy() {
        assertThat(vantage.limits()).allSatisfy(limit -> {
            assertThat(limit.what()).isNotBlank();
            assertThat(limit.why()).endsWith(".");
            assertThat(limit.remedy()).isNotBlank();
        });
    }

    /** They are in sight, so nothing is out of it. */
    @Test
    void otherNetworkNamespacesAreNoLimit() {
        assertThat(vantage.limits()).extracting(Limit::what).noneMatch(what -> what.contains("network namespaces"));
    }

    @Test
    void withoutProcItStillKnowsItsNameAndUser() {
        Vantage blind = from(OsFamily.current(), Path.of("/nowhere"));
        assertThat(blind.hostname()).isNotBlank();
        assertThat(blind.namespace()).isNull();
        assertThat(blind.container()).isNull();
    }

    @Test
    void subsystemForLinuxSaysThatWindowsIsBesideIt(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel"));
        Files.writeString(proc.resolve("sys/kernel/osrelease"), "5.15.153.1-microsoft-standard-WSL2\n");
        Files.writeString(proc.resolve("sys/kernel/hostname"), "windows-box\n");
        Vantage inWsl = from(OsFamily.LINUX, proc);
        assertThat(inWsl.hostname()).isEqualTo("windows-box");
        assertThat(inWsl.limits()).extracting(Limit::what).contains("The sockets of Windows");
        assertThat(vantage.limits()).extracting(Limit::what).doesNotContain("The sockets of Windows");
    }
}
