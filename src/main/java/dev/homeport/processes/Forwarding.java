package dev.homeport.processes;

import org.jspecify.annotations.Nullable;

/**
 * What a forwarder does with one of its ports.
 *
 * @param program the forwarder, {@code docker-proxy}
 * @param meaning what such a program is there for, as a sentence
 * @param target where the application is, as the program's arguments tell; null where they do not
 */
public record Forwarding(
        String program, String meaning, @Nullable ForwardTarget target) {}
