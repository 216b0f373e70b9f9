package dev.homeport.platform;

import org.jspecify.annotations.Nullable;

/**
 * A container.
 *
 * @param runtime the engine: {@code docker}, {@code podman}, {@code kubernetes} …; null when its marks do not tell
 * @param id the engine's identifier; null when it is not to be seen from inside
 */
public record Container(@Nullable String runtime, @Nullable String id) {}
