package dev.homeport.processes;

import dev.homeport.net.Endpoint;
import dev.homeport.net.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * A port of the host that an engine's forwarder listens on for a container.
 *
 * @param published where the forwarder listens, on the host
 * @param target where it forwards to: an address of the container, and the port inside it
 * @param by the forwarder, {@code docker-proxy}
 */
public record Publication(Protocol protocol, Endpoint published, Endpoint target, String by) {

    /**
     * What Docker's forwarder tells (DOMAIN R2.64): {@code -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip
     * 172.17.0.2 -container-port 80}. Empty when the arguments are none of its.
     */
    public static Optional<Publication> ofDockerProxy(List<String> arguments) {
        Protocol protocol = CommandLine.valueAfter("-proto", arguments)
                        .filter("udp"::equals)
                        .isPresent()
                ? Protocol.UDP
                : Protocol.TCP;
        return endpoint("-host-ip", "-host-port", arguments)
                .flatMap(outside -> endpoint("-container-ip", "-container-port", arguments)
                        .map(inside -> new Publication(protocol, outside, inside, "docker-proxy")));
    }

    private static Optional<Endpoint> endpoint(String address, String port, List<String> arguments) {
        return CommandLine.valueAfter(address, arguments)
                .flatMap(ip -> CommandLine.valueAfter(port, arguments).flatMap(number -> Endpoint.parse(ip, number)));
    }
}
