package dev.homeport.namespaces.source;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that {@code ip netns} gave to network namespaces (ip-netns(8)): each is a file system {@code nsfs} mounted at
 * {@code /run/netns/<name>}, whose root in {@code mountinfo} (proc(5)) is {@code net:[<number>]}.
 */
public final class NamedNamespaces {

    private static final Pattern MOUNT =
            Pattern.compile("\\S+ \\S+ \\S+ net:\\[(\\d{1,20})] (?:/var)?/run/netns/(\\S+) .* - nsfs .*");

    private NamedNamespaces() {}

    /** The names by the kernel's numbers, as the processes of {@code root}'s mount namespace see them. */
    public static Map<String, String> read(NamespaceRoot root) {
        Map<String, String> names = new TreeMap<>();
        try (Stream<String> mounts = Files.lines(root.ofProcess("mountinfo"), StandardCharsets.ISO_8859_1)) {
            mounts.map(MOUNT::matcher)
                    .filter(Matcher::matches)
                    .forEach(mount -> names.putIfAbsent(mount.group(1), HostileText.clean(mount.group(2))));
        } catch (IOException e) {
            return Map.of();
        }
        return names;
    }
}
