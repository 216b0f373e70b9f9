package dev.homeport.hosts.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsPathTests {

    private static final NamespaceRoot ROOT = NamespaceRoot.own(Path.of("/proc"));

    private static HostsPath of(String chosen, OsFamily os, Map<String, String> environment) {
        return HostsPath.of(new HostsProperties(chosen), os, ROOT, environment);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, /etc/hosts",
        "MACOS, /etc/hosts",
        "OTHER, /etc/hosts",
        "WINDOWS, C:\\Windows\\System32\\drivers\\etc\\hosts",
    })
    void eachSystemHasItsPlace(OsFamily os, String shown) {
        HostsPath path = of(null, os, Map.of());
        assertThat(path.shown()).isEqualTo(shown);
        assertThat(path.isSystems()).isTrue();
    }

    @Test
    void windowsThatIsElsewhereIsFoundThere() {
        assertThat(of("", OsFamily.WINDOWS, Map.of("SystemRoot", "D:\\WinNT")).shown())
                .isEqualTo("D:\\WinNT\\System32\\drivers\\etc\\hosts");
    }

    @Test
    void fileThatIsChosenIsNotTheOneThatResolversRead() {
        HostsPath path = of("/srv/hosts", OsFamily.LINUX, Map.of());
        assertThat(path.file()).isEqualTo(Path.of("/srv/hosts"));
        assertThat(path.isSystems()).isFalse();
    }
}
