package dev.homeport.platform.vantage;

import dev.homeport.platform.Container;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ControlGroups;
import dev.homeport.platform.proc.MountTable;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether this process runs in a container (DOMAIN R2.62). Each mark alone can deceive: a virtual machine made from an
 * image has {@code /.dockerenv} too. So a mark of an engine counts only together with a trait of isolation: a process
 * namespace that is not the machine's first, or a root file system that an engine laid.
 */
final class OwnContainer {

    /** {@code /var/lib/docker/containers/<id>/hostname} and the like, mounted over files in {@code /etc}. */
    private static final Pattern ID_IN_MOUNTS = Pattern.compile("containers/([0-9a-f]{64})/");

    private static final Set<String> LAYERED = Set.of("overlay", "fuse.fuse-overlayfs");

    private final NamespaceRoot root;
    private final Map<String, String> environment;

    OwnContainer(NamespaceRoot root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    Optional<Container> detect() {
        MountTable mounts = MountTable.of(root);
        Optional<Container> ofCgroup = ControlGroups.of(root).container();
        String id = ofCgroup.map(Container::id).or(() -> idInMounts(mounts)).orElse(null);
        String runtime = declared().or(() -> ofCgroup.map(Container::runtime)).orElse(null);
        boolean marked = runtime != null || id != null;
        boolean isolated = !root.isInFirstProcessNamespace()
                || mounts.at("/").filter(OwnContainer::isLaid).isPresent();
        return marked && isolated
                ? Optional.of(
                        new Container(runtime, id, ofCgroup.map(Container::name).orElse(null)))
                : Optional.empty();
    }

    /** The engine as its marks inside the container name it. */
    private Optional<String> declared() {
        if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return Optional.of("kubernetes");
        } else if (Files.exists(root.underRoot("/run/.containerenv"))) {
            return Optional.of("podman");
        } else if (Files.exists(root.underRoot("/.dockerenv"))) {
            return Optional.of("docker");
        }
        return Optional.ofNullable(environment.get("container"))
                .filter(declared -> !declared.isBlank())
                .map(HostileText::clean);
    }

    /** A root directory that is a part of a file system, or one over others. */
    private static boolean isLaid(MountTable.Mount root) {
        return !root.root().equals("/") || LAYERED.contains(root.type());
    }

    private static Optional<String> idInMounts(MountTable mounts) {
        return mounts.mounts().stream()
                .map(mount -> ID_IN_MOUNTS.matcher(mount.root()))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }
}
