package dev.homeport.hosts.source;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.BoundedText;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Sha256;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hosts file when it looks different from last time, and the resolver's settings then and now and again. It looks and does
 * not watch: a watch misses a file that is mounted, and one that was put in its place (DOMAIN R4.16). It only reads.
 */
public final class HostsCollector implements Collector<Hosts> {

    static final long LARGEST = 16L << 20;

    /** HOST_NAME_MAX of gethostname(2) is 64. */
    private static final int LONGEST_NAME = 256;

    /** A file that changed so short a time before it was read may have changed again without looking different. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final HostsPath path;
    private final OsFamily osFamily;
    private final NamespaceRoot root;
    private final Supplier<ResolverSettings> settings;
    private final InstantSource clock;

    /** Settings cost more than a look at the file, and hardly ever change. */
    private static final int LOOKS_AT_SETTINGS = 10;

    private @Nullable Content last;
    private @Nullable Rest rest;
    private int looks;

    /** What was read; {@code settled} when the file had been left alone for a while then. */
    private record Content(FileFacts facts, boolean settled, HostsFile file, String digest) {}

    /** What is not in the file. */
    private record Rest(Content of, ResolverSettings settings, MountedFile mount) {}

    HostsCollector(
            HostsPath path,
            OsFamily osFamily,
            NamespaceRoot root,
            Supplier<ResolverSettings> settings,
            InstantSource clock) {
        this.path = path;
        this.osFamily = osFamily;
        this.root = root;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The hosts file that a process of {@code root} finds, which runs in another network namespace than this process.
     *
     * @param file where it is read, perhaps a copy that was mounted
     * @param addresses of that namespace's interfaces
     * @param interfaces their indices
     */
    public static HostsCollector of(
            NamespaceRoot root,
            Path file,
            Supplier<LocalAddresses> addresses,
            Supplier<Map<String, Integer>> interfaces) {
        Supplier<String> hostname =
                () -> root.find("/etc/hostname").map(HostsCollector::firstLine).orElse("");
        return new HostsCollector(
                new HostsPath(file, HostsPath.UNIX, true),
                OsFamily.LINUX,
                root,
                new SettingsSource(OsFamily.LINUX, root, addresses, interfaces, hostname),
                InstantSource.system());
    }

    private static String firstLine(Path file) {
        return BoundedText.of(file, LONGEST_NAME)
                .lines()
                .findFirst()
                .map(HostileText::clean)
                .orElse("");
    }

    @Override
    public Hosts collect() throws IOException {
        Content content = content();
        Rest around = rest(content);
        return new Hosts(
                osFamily,
                path.shown(),
                path.isSystems(),
                content.facts(),
                content.digest(),
                around.mount().isMounted(),
                Keeper.of(content.file(), around.mount().byEngine()).orElse(null),
                content.file(),
                around.settings());
    }

    private Rest rest(Content content) {
        Rest known = rest;
        if (known == null || known.of() != content || looks++ % LOOKS_AT_SETTINGS == 0) {
            MountedFile mount = path.isSystems() ? MountedFile.of(root, path.shown()) : MountedFile.NO;
            known = new Rest(content, settings.get(), mount);
            rest = known;
        }
        return known;
    }

    private Content content() throws IOException {
        String stamp = FileFacts.stamp(path.file(), path.shown());
        Content known = last;
        if (known != null && known.settled() && known.facts().stamp().equals(stamp)) {
            return known;
        }
        FileFacts facts = FileFacts.of(path.file(), path.shown());
        boolean settled = facts.touched().plus(TICK).isBefore(clock.instant());
        byte[] bytes = bytes();
        String digest = Sha256.of(bytes);
        boolean same = known != null && known.digest().equals(digest);
        last = new Content(facts, settled, same ? known.file() : HostsFile.parse(bytes), digest);
        return last;
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(path.file())) {
            byte[] bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(path.shown() + " has more than " + (LARGEST >> 20)
                        + " MiB: no hosts file is so large, so it is not read.");
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new IOException("Homeport may not read " + path.shown() + ": permission denied.", e);
        }
    }
}
