package dev.homeport.namespaces.source;

import dev.homeport.net.Endpoint;
import dev.homeport.net.Protocol;

/**
 * A port of the host that an engine's forwarder listens on for a container.
 *
 * @param published where the forwarder listens, on the host
 * @param target where it forwards to: an address of the container, and the port inside it
 * @param by the forwarder, {@code docker-proxy}
 */
public record Publication(Protocol protocol, Endpoint published, Endpoint target, String by) {}
