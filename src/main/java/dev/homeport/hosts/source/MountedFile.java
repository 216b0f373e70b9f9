package dev.homeport.hosts.source;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;

/**
 * Whether a file is a mount of its own ({@code /proc/self/mountinfo}, proc(5); DOMAIN R4.16).
 *
 * @param isMounted it is
 * @param byEngine what is mounted there lies where container engines keep such files
 */
record MountedFile(boolean isMounted, boolean byEngine) {

    static final MountedFile NO = new MountedFile(false, false);
    private static final int ROOT = 3;
    private static final int MOUNT_POINT = 4;

    static MountedFile of(NamespaceRoot root, String path) {
        try (Stream<String> mounts = Files.lines(root.ofProcess("mountinfo"), StandardCharsets.ISO_8859_1)) {
            return mounts.map(line -> line.split(" "))
                    .filter(fields -> fields.length > MOUNT_POINT && fields[MOUNT_POINT].equals(path))
                    .reduce((first, last) -> last)
                    .map(fields -> new MountedFile(true, isEngines(fields[ROOT]) || isInContainer(root)))
                    .orElse(NO);
        } catch (IOException e) {
            return NO;
        }
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
