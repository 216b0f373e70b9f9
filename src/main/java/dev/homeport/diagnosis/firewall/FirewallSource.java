package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the packet filter of this process' own network namespace (DOMAIN R5.45). Blocks for some milliseconds. */
public final class FirewallSource {

    private static final List<String> LEGACY = List.of("net/ip_tables_names", "net/ip6_tables_names");

    private final NftablesSource nftables = new NftablesSource();
    private final OsFamily os;
    private final NamespaceRoot root;

    public FirewallSource(OsFamily os, NamespaceRoot root) {
        this.os = os;
        this.root = root;
    }

    /** What can be read; never fails. */
    public Firewall read() {
        if (os != OsFamily.LINUX) {
            return new Firewall(null, "Homeport does not read them on this system", List.of(), EphemeralPorts.LINUX);
        }
        try {
            return new Firewall(nftables.read(), null, legacy(), EphemeralPorts.read(root));
        } catch (IOException e) {
            return new Firewall(null, e.getMessage(), legacy(), EphemeralPorts.read(root));
        }
    }

    /** The names of the tables that are in use; the files are root's, and not there without the module. */
    private List<String> legacy() {
        return LEGACY.stream()
                .map(root::ofProcess)
                .flatMap(FirewallSource::lines)
                .distinct()
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
