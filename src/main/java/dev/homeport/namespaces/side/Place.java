package dev.homeport.namespaces.side;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a side is, and how that is known (DOMAIN R2.62).
 *
 * @param hostname null when it is not known
 * @param os null when it is not known
 * @param container {@code podman 4f5e6d7c8b9a}; null when it is none, or not known to be one
 * @param namespace the kernel's number of its network namespace; null when it is not told
 * @param machine the same for all sides on one machine, as long as that runs; null when it is not known
 * @param loopback what tells its loopback from others; null when that is not known
 * @param evidence what tells so, a sentence each
 */
public record Place(
        @Nullable String hostname,
        @Nullable String os,
        @Nullable String container,
        @Nullable String namespace,
        @Nullable String machine,
        @Nullable LoopbackMark loopback,
        List<String> evidence) {

    public Place {
        evidence = List.copyOf(evidence);
    }
}
