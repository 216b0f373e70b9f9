package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.HostsNames;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.LocalhostName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two hosts files do not agree on, name by name.
 *
 * @param names {@code localhost} first, in any case; then those with other addresses, or none, on the other side
 * @param equal on how many names they agree
 */
record HostsDifference(List<Difference> names, int equal) {

    private static final int MOST_NAMES = 500;

    /** Null when one of the files is not known. */
    static @Nullable HostsDifference of(Side left, Side right) {
        HostsNames one = left.hosts().value();
        HostsNames other = right.hosts().value();
        if (one == null || other == null) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>(List.of(LocalhostName.NAME));
        all.addAll(one.names().keySet());
        all.addAll(other.names().keySet());
        List<Difference> differences = new ArrayList<>();
        int equal = 0;
        for (String name : all) {
            List<String> there = other.addressesOf(name);
            boolean isEqual = one.addressesOf(name).equals(there);
            equal += isEqual ? 1 : 0;
            if (LocalhostName.is(name) || !isEqual && differences.size() < MOST_NAMES) {
                differences.add(Difference.ofLists(name, one.addressesOf(name), there));
            }
        }
        return new HostsDifference(differences, equal);
    }
}
