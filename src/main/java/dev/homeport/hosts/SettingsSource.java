package dev.homeport.hosts;

import dev.homeport.hosts.resolver.Libc;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.InterfaceIndices;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads what decides here, beside the hosts file, what a name means: {@code /etc/nsswitch.conf}, {@code host.conf} and
 * {@code gai.conf}, the machine's addresses and its name (DOMAIN R4.13). A file that is not there is as good as an empty
 * one: so the resolvers take it.
 */
final class SettingsSource implements Supplier<ResolverSettings> {

    private static final int LARGEST = 64 << 10;

    private final OsFamily osFamily;
    private final NamespaceRoot root;
    /** This machine's name, where the kernel has no file of it. */
    private final Supplier<String> otherName;

    private final Libc libc;

    SettingsSource(OsFamily osFamily, NamespaceRoot root, Supplier<String> otherName) {
        this.osFamily = osFamily;
        this.root = root;
        this.otherName = otherName;
        this.libc = findLibc();
    }

    @Override
    public ResolverSettings get() {
        return ResolverSettings.of(
                libc,
                text("/etc/nsswitch.conf"),
                text("/etc/host.conf"),
                text("/etc/gai.conf"),
                Files.exists(path("/run/systemd/resolve/io.systemd.Resolve")),
                InterfaceAddresses.readAssigned(),
                InterfaceIndices.read(),
                hostname());
    }

    private Path path(String absolute) {
        return osFamily == OsFamily.LINUX ? root.file(absolute) : Path.of(absolute);
    }

    private String text(String absolute) {
        try (var in = Files.newInputStream(path(absolute))) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Alpine has musl's loader and not glibc's; who has both (Debian's musl-tools) runs on glibc. */
    private Libc findLibc() {
        if (osFamily != OsFamily.LINUX) {
            return Libc.OTHER;
        }
        return has("ld-musl-") && !has("ld-linux") ? Libc.MUSL : Libc.GLIBC;
    }

    private boolean has(String loader) {
        return Stream.of("/lib", "/lib64").anyMatch(folder -> {
            try (Stream<Path> files = Files.list(path(folder))) {
                return files.anyMatch(file -> file.getFileName().toString().startsWith(loader));
            } catch (IOException e) {
                return false;
            }
        });
    }

    private String hostname() {
        try {
            return HostileText.clean(root.setting("kernel/hostname"));
        } catch (IOException e) {
            return HostileText.clean(otherName.get());
        }
    }
}
