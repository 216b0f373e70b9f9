package dev.homeport.hosts.source;

import dev.homeport.hosts.resolver.Libc;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.BoundedText;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.InterfaceIndices;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads what decides here, beside the hosts file, what a name means: {@code /etc/nsswitch.conf}, {@code host.conf} and
 * {@code gai.conf}, the machine's addresses and its name (DOMAIN R4.13). A file that is not there is as good as an empty
 * one: so the resolvers take it.
 */
final class SettingsSource implements Supplier<ResolverSettings> {

    private final OsFamily osFamily;
    private final NamespaceRoot root;
    private final Supplier<LocalAddresses> addresses;
    private final Supplier<Map<String, Integer>> interfaces;
    private final Supplier<String> hostname;
    private final Libc libc;

    /**
     * @param root where the files are
     * @param addresses the machine's own
     * @param interfaces their indices
     * @param hostname the machine's name
     */
    SettingsSource(
            OsFamily osFamily,
            NamespaceRoot root,
            Supplier<LocalAddresses> addresses,
            Supplier<Map<String, Integer>> interfaces,
            Supplier<String> hostname) {
        this.osFamily = osFamily;
        this.root = root;
        this.addresses = addresses;
        this.interfaces = interfaces;
        this.hostname = hostname;
        this.libc = findLibc();
    }

    /**
     * The settings here.
     *
     * @param otherName this machine's name, where the kernel has no file of it
     */
    static SettingsSource own(OsFamily osFamily, NamespaceRoot root, Supplier<String> otherName) {
        return new SettingsSource(
                osFamily,
                root,
                InterfaceAddresses::readAssigned,
                InterfaceIndices::read,
                () -> hostname(root, otherName));
    }

    private static String hostname(NamespaceRoot root, Supplier<String> otherName) {
        try {
            return HostileText.clean(root.setting("kernel/hostname"));
        } catch (IOException e) {
            return HostileText.clean(otherName.get());
        }
    }

    @Override
    public ResolverSettings get() {
        return ResolverSettings.of(
                libc,
                text("/etc/nsswitch.conf"),
                text("/etc/host.conf"),
                text("/etc/gai.conf"),
                Files.exists(path("/run/systemd/resolve/io.systemd.Resolve")),
                addresses.get(),
                interfaces.get(),
                hostname.get());
    }

    private Path path(String absolute) {
        return osFamily == OsFamily.LINUX ? root.file(absolute) : Path.of(absolute);
    }

    /** In another root directory a symbolic link must not lead into ours. */
    private Optional<Path> regular(String absolute) {
        boolean isElsewhere = osFamily == OsFamily.LINUX && !root.isOwn();
        return isElsewhere ? root.find(absolute) : Optional.of(path(absolute)).filter(Files::isRegularFile);
    }

    private String text(String absolute) {
        return regular(absolute).map(BoundedText::of).orElse("");
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
}
