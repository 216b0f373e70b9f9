package dev.homeport.namespaces.side;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hosts file says: the addresses of each name, in the file's order and spelling.
 *
 * @param path of the file
 * @param names the first 10,000 entries' names, in lower case
 * @param isWhole whether there are no more
 */
public record HostsNames(String path, Map<String, List<String>> names, boolean isWhole) {

    /** More entries are a block list, which nobody compares by eye. */
    public static final int MOST_ENTRIES = 10_000;

    public HostsNames {
        names = new LinkedHashMap<>(names);
    }

    public List<String> addressesOf(String name) {
        return names.getOrDefault(name, List.of());
    }
}
