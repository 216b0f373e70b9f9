package dev.homeport.processes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that listens on behalf of an application which is elsewhere (DOMAIN R2.64, R2.65, R2.39).
 *
 * @param targets where the application is, by the port on which the forwarder listens
 * @param otherTarget where it is for ports that are not among these; null where that is not known
 * @param ownPorts ports on which such a program serves itself
 */
public record Forwarder(
        String program,
        String meaning,
        Map<Integer, ForwardTarget> targets,
        @Nullable ForwardTarget otherTarget,
        Set<Integer> ownPorts) {

    public Forwarder {
        targets = Map.copyOf(targets);
        ownPorts = Set.copyOf(ownPorts);
    }

    /** What it does with {@code port}; empty when it serves that port itself. */
    public Optional<Forwarding> at(int port) {
        return ownPorts.contains(port)
                ? Optional.empty()
                : Optional.of(new Forwarding(program, meaning, targets.getOrDefault(port, otherTarget)));
    }
}
