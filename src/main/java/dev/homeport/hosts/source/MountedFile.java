package dev.homeport.hosts.source;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.MountTable;
import java.nio.file.Files;
import java.util.stream.Stream;

/**
 * Whether a file is a mount of its own ({@link MountTable}, DOMAIN R4.16).
 *
 * @param isMounted it is
 * @param byEngine what is mounted there lies where container engines keep such files
 */
record MountedFile(boolean isMounted, boolean byEngine) {

    static final MountedFile NO = new MountedFile(false, false);

    static MountedFile of(NamespaceRoot root, String path) {
        return MountTable.of(root)
                .at(path)
                .map(mount -> new MountedFile(true, isEngines(mount.root()) || isInContainer(root)))
                .orElse(NO);
    }

    /** Docker and podman leave these in every container; what is mounted over its hosts file there is theirs. */
    private static boolean isInContainer(NamespaceRoot root) {
        return Files.exists(root.underRoot("/.dockerenv")) || Files.exists(root.underRoot("/run/.containerenv"));
    }

    private static boolean isEngines(String source) {
        return Stream.of("/containers/", "/overlay-containers/", "/docker/", "/kubelet/pods/", "/crio/")
                .anyMatch(source::contains);
    }
}
