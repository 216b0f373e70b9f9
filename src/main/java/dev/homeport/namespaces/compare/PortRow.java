package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address and port on which something listens on one side or both.
 *
 * @param service the name registered for it; null when there is none
 * @param left what listens there on the left, each with the way to it from the right
 * @param right the same the other way round
 */
public record PortRow(Protocol protocol, int port, @Nullable String service, List<Met> left, List<Met> right) {

    public PortRow {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * A listener, and whether it is met from the other side.
     *
     * @param doors where the other side, a host, forwards to it
     */
    public record Met(Listener listener, Way way, List<Endpoint> doors) {

        public Met {
            doors = List.copyOf(doors);
        }

        /** What the other side would ask for: the address that the listener is bound to, or its machine's loopback. */
        public String target() {
            String port = ":" + listener.bind().port() + (listener.protocol() == Protocol.UDP ? "/udp" : "");
            return listener.bind().address().connectableUrlText() + port;
        }
    }

    /** Where something listens. */
    public enum Where {
        ONLY_LEFT,
        ONLY_RIGHT,
        BOTH
    }

    public Where where() {
        if (right.isEmpty()) {
            return Where.ONLY_LEFT;
        }
        return left.isEmpty() ? Where.ONLY_RIGHT : Where.BOTH;
    }
}
