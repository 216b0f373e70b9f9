package dev.homeport.hosts.source;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the hosts file is (DOMAIN R4.12).
 *
 * @param file to be opened
 * @param shown as the system's users know it
 * @param isSystems whether it is the one that this system's resolvers read
 */
public record HostsPath(Path file, String shown, boolean isSystems) {

    public static final String UNIX = "/etc/hosts";
    private static final String WINDOWS = "\\System32\\drivers\\etc\\hosts";

    static HostsPath of(
            HostsProperties properties, OsFamily osFamily, NamespaceRoot root, Map<String, String> environment) {
        String chosen = properties.path();
        if (chosen != null && !chosen.isBlank()) {
            return new HostsPath(Path.of(chosen), chosen, false);
        }
        return switch (osFamily) {
            case LINUX -> new HostsPath(root.file(UNIX), UNIX, true);
            case WINDOWS -> {
                String path = environment.getOrDefault("SystemRoot", "C:\\Windows") + WINDOWS;
                yield new HostsPath(Path.of(path), path, true);
            }
            default -> new HostsPath(Path.of(UNIX), UNIX, true);
        };
    }
}
