package dev.homeport.platform;

import org.jspecify.annotations.Nullable;

/**
 * A container.
 *
 * @param runtime the engine: {@code docker}, {@code podman}, {@code kubernetes} …; null when its marks do not tell
 * @param id the engine's identifier; null when it has none or it is not to be seen
 * @param name the engine's name for it; null when that is not to be seen, as with engines that have identifiers
 */
public record Container(
        @Nullable String runtime,
        @Nullable String id,
        @Nullable String name) {

    private static final int SHORT_ID = 12;

    /** As people name it: {@code docker 4f5e6d7c8b9a}. */
    public String label() {
        String shortId = id == null ? null : id.substring(0, Math.min(SHORT_ID, id.length()));
        String which = name != null ? name : shortId;
        String engine = runtime == null ? "container" : runtime;
        return which == null ? engine : engine + " " + which;
    }
}
