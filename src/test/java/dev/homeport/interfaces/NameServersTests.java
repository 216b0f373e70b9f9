package dev.homeport.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameServersTests {

    @TempDir
    Path folder;

    private NameServers of(String text) throws IOException {
        return ResolverFile.nameServers(Files.writeString(folder.resolve("resolv.conf"), text));
    }

    @Test
    void fileNamesThemInTheirOrder() throws IOException {
        assertThat(of("search home\n# nameserver 9.9.9.9\nnameserver 127.0.0.53\nnameserver\t::1 ; own\n")
                        .servers())
                .containsExactly("127.0.0.53", "::1");
    }

    @Test
    void fileThatNamesNoneIsKnown() throws IOException {
        assertThat(of("options edns0\n").isNone()).isTrue();
    }

    /** A folder opens and is not read: as a file is not while no file can be opened. */
    @Test
    void fileThatCannotBeReadLeavesThemUnknownWithTheReason() {
        NameServers servers = ResolverFile.nameServers(folder);
        assertThat(servers.servers()).isNull();
        assertThat(servers.isNone()).isFalse();
        assertThat(servers.limit()).isNotNull();
        assertThat(servers.limit().why()).startsWith("/etc/resolv.conf cannot be read: ");
    }

    @Test
    void rootWithoutTheFileLeavesThemUnknown() {
        NameServers servers = ResolverFile.nameServers(new NamespaceRoot(folder, "7"));
        assertThat(servers.limit()).isNotNull();
        assertThat(servers.limit().why()).isEqualTo("/etc/resolv.conf is not there, or may not be read.");
    }
}
