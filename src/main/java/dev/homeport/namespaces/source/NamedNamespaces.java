package dev.homeport.namespaces.source;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.MountTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that {@code ip netns} gave to network namespaces (ip-netns(8)): each is a file system {@code nsfs} mounted at
 * {@code /run/netns/<name>}, of which {@code net:[<number>]} is what is mounted.
 */
public final class NamedNamespaces {

    private static final Pattern NUMBER = Pattern.compile("net:\\[(\\d{1,20})]");
    private static final Pattern NAME = Pattern.compile("(?:/var)?/run/netns/(.+)");

    private NamedNamespaces() {}

    /** The names by the kernel's numbers, as the processes of {@code root}'s mount namespace see them. */
    public static Map<String, String> read(NamespaceRoot root) {
        Map<String, String> names = new TreeMap<>();
        MountTable.of(root).ofType("nsfs").forEach(mount -> {
            Matcher number = NUMBER.matcher(mount.root());
            Matcher name = NAME.matcher(mount.point());
            if (number.matches() && name.matches()) {
                names.putIfAbsent(number.group(1), HostileText.clean(name.group(1)));
            }
        });
        return names;
    }
}
