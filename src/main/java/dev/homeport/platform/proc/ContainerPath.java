package dev.homeport.platform.proc;

import dev.homeport.platform.Container;
import dev.homeport.platform.HostileText;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which container the path of a control group tells of (DOMAIN R2.60, R2.61): engines name a container's group by its
 * identifier, in version 1 and 2, through systemd or without. The mark may stand anywhere in the path, which is relative to
 * the reader's own group; the innermost counts.
 */
final class ContainerPath {

    /** {@code docker-<id>.scope}, {@code kubepods….slice:cri-containerd:<id>}; mounts and monitors are no containers. */
    private static final Pattern PREFIXED = Pattern.compile(
            "(?:.*:)?(docker|libpod|crio|cri-containerd|containerd|nerdctl)[-:]([0-9a-f]{12,64})(?:\\.(?!mount$).*)?");

    private static final Pattern BARE = Pattern.compile("([0-9a-f]{64})(?:\\..*)?");
    private static final Pattern ECS_TASK = Pattern.compile("[0-9a-f]{32}-\\d{10,}");
    private static final Pattern GARDEN = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LXC = Pattern.compile("lxc\\.payload\\.(.+)");
    private static final Pattern NSPAWN =
            Pattern.compile("machine-(?!qemu\\\\x2d)(.+)\\.scope|systemd-nspawn@(.+)\\.service");
    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-f]{2})");

    private static final Map<String, String> ENGINES = Map.of(
            "libpod", "podman",
            "crio", "cri-o",
            "cri-containerd", "containerd");

    private ContainerPath() {}

    /** The container whose processes are in the group {@code path}, or in one below it. */
    static Optional<Container> container(String path) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i > 0; i--) {
            Optional<Container> container = ofName(names[i], names[i - 1], path);
            if (container.isPresent()) {
                return container;
            }
        }
        return Optional.empty();
    }

    private static Optional<Container> ofName(String name, String parent, String path) {
        return matched(PREFIXED, name, match -> new Container(engine(match.group(1)), match.group(2), null))
                .or(() -> matched(BARE, name, match -> new Container(engineAbove(path), match.group(1), null)))
                .or(() -> matched(LXC, name, match -> new Container("lxc", null, clean(match.group(1)))))
                .or(() -> matched(NSPAWN, name, ContainerPath::nspawn))
                .or(() -> ofParent(name, parent, path));
    }

    /** Names that are an engine's only where they stand. */
    private static Optional<Container> ofParent(String name, String parent, String path) {
        if (parent.equals("lxc")) {
            return Optional.of(new Container("lxc", null, clean(name)));
        } else if (parent.equals("garden")) {
            return matched(GARDEN, name, match -> new Container("cloudfoundry-garden", name, null));
        }
        return path.contains("/ecs/")
                ? matched(ECS_TASK, name, match -> new Container("ecs", name, null))
                : Optional.empty();
    }

    private static Optional<Container> matched(Pattern pattern, String name, Function<Matcher, Container> container) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(container.apply(matcher)) : Optional.empty();
    }

    private static String engine(String prefix) {
        return ENGINES.getOrDefault(prefix, prefix);
    }

    /** A bare identifier bears no engine's name; the groups above it may. */
    private static @Nullable String engineAbove(String path) {
        if (path.contains("/ecs/")) {
            return "ecs";
        } else if (path.contains("/docker/")) {
            return "docker";
        } else if (path.contains("/lxc/")) {
            return "lxc";
        }
        return path.contains("/kubepods") ? "kubernetes" : null;
    }

    private static Container nspawn(Matcher match) {
        String name = match.group(1) == null ? match.group(2) : match.group(1);
        String plain = ESCAPED.matcher(name)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
        return new Container("systemd-nspawn", null, clean(plain));
    }

    private static String clean(String name) {
        return HostileText.clean(name, 100);
    }
}
