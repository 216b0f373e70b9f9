package dev.homeport.interfaces.source;

import dev.homeport.platform.HostileText;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /proc/<pid>/net/igmp}, the groups of IPv4 that interfaces have joined: {@code 1 lo : 1 V3}, with a blank
 * before the colon only where the name is short, and indented beneath it its groups.
 */
final class IgmpParser {

    private static final Pattern DEVICE = Pattern.compile("(\\d{1,9})\\t(\\S+?)\\s*:\\s*\\d+\\s+V\\d");

    private IgmpParser() {}

    /** The numbers of the interfaces, by name. */
    static Map<String, Integer> indices(List<String> igmp) {
        Map<String, Integer> indices = new LinkedHashMap<>();
        igmp.stream()
                .flatMap(line -> device(line).stream())
                .forEach(device -> indices.put(device.getKey(), device.getValue()));
        return indices;
    }

    /** The interfaces that are up: the kernel joins each to the group of all hosts (224.0.0.1) as long as it is. */
    static Set<String> up(List<String> igmp) {
        Set<String> up = new TreeSet<>();
        String device = "";
        for (String line : igmp) {
            if (!line.startsWith("\t")) {
                device = device(line).map(Map.Entry::getKey).orElse("");
            } else if (line.strip().startsWith(allHosts())) {
                up.add(device);
            }
        }
        return up;
    }

    private static Optional<Map.Entry<String, Integer>> device(String line) {
        Matcher device = DEVICE.matcher(line);
        return device.matches()
                ? Optional.of(Map.entry(HostileText.clean(device.group(2)), Integer.valueOf(device.group(1))))
                : Optional.empty();
    }

    /** 224.0.0.1 as the machine's number of the bytes of the network. */
    private static String allHosts() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "010000E0" : "E0000001";
    }
}
