package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.FileFacts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.Keeper;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hosts files as they are found on machines, and the readings that they make. */
public final class Samples {

    public static final Instant TAKEN_AT = Instant.parse("2026-01-01T12:00:00Z");

    /** What Debian's installer writes. */
    public static final String DEBIAN = """
            127.0.0.1\tlocalhost
            127.0.1.1\tbox.home.arpa\tbox

            # The following lines are desirable for IPv6 capable hosts
            ::1     localhost ip6-localhost ip6-loopback
            ff02::1 ip6-allnodes
            ff02::2 ip6-allrouters
            """;

    /** What Docker writes for a container with IPv6. */
    public static final String DOCKER = """
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::\tip6-localnet
            ff00::\tip6-mcastprefix
            ff02::1\tip6-allnodes
            ff02::2\tip6-allrouters
            172.17.0.2\tbox
            """;

    /** A developer's, with something of everything that goes wrong. */
    public static final String MESSY = """
            127.0.0.1 localhost
            ::1 localhost ip6-localhost ip6-loopback
            127.0.1.1 box
            # 10.0.0.9 old-db.test
            10.0.0.5 db.test cache.test # staging
            10.0.0.6 db.test
              10.0.0.7 indented.test
            127.1 short.test
            10.0.0.8:80 port.test
            127.0.0.1 www.example.org
            10.0.0.13 <script>alert(1)</script> # <b>\u202ebold
            """;

    private Samples() {}

    public static Hosts hosts(String text) {
        return hosts(text.getBytes(StandardCharsets.UTF_8), Settings.machine().build());
    }

    public static Hosts hosts(String text, Settings settings) {
        return hosts(text.getBytes(StandardCharsets.UTF_8), settings.build());
    }

    public static Hosts hosts(byte[] bytes, ResolverSettings settings) {
        return hosts(bytes, settings, OsFamily.LINUX, null, facts(bytes.length, 0, "rw-r--r--"));
    }

    static Hosts hosts(
            byte[] bytes, ResolverSettings settings, OsFamily osFamily, @Nullable Keeper keeper, FileFacts facts) {
        String path = osFamily == OsFamily.WINDOWS ? "C:\\Windows\\System32\\drivers\\etc\\hosts" : "/etc/hosts";
        return new Hosts(osFamily, path, true, facts, "0f".repeat(32), false, keeper, HostsFile.parse(bytes), settings);
    }

    static FileFacts facts(long size, int ownerId, String mode) {
        return new FileFacts("stamp", size, TAKEN_AT, TAKEN_AT, ownerId == 0 ? "root" : "alice", ownerId, mode);
    }

    public static Reading<Hosts> reading(Hosts hosts) {
        return new Reading.Fresh<>(hosts, TAKEN_AT, Duration.ofMillis(1));
    }

    /** A block list of so many lines, with localhost before them. */
    public static String blockList(int lines, String target) {
        StringBuilder text = new StringBuilder("127.0.0.1 localhost\n::1 localhost ip6-localhost\n");
        for (int i = 0; i < lines; i++) {
            text.append(target).append(" ads").append(i).append(".example.com\n");
        }
        return text.toString();
    }
}
