package dev.homeport.localhost;

import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Tells the rules for hosts files what they have to know of the sockets; worked out once for each reading. Its revision
 * changes with these ports alone: sockets come and go far more often.
 */
@Component
class ListeningPorts implements Supplier<Snapshot<PortsInUse>> {

    private static final List<Integer> WEB = List.of(80, 443);

    private final CachedCollector<ListeningSockets> sockets;
    private final Conclusion<PortsInUse> ports = new Conclusion<>();

    /** The revision of the sockets with which these ports came. */
    private final Conclusion<String> revision = new Conclusion<>();

    ListeningPorts(CachedCollector<ListeningSockets> sockets) {
        this.sockets = sockets;
    }

    @Override
    public Snapshot<PortsInUse> get() {
        Snapshot<ListeningSockets> now = sockets.snapshot();
        Reading<PortsInUse> known = now.reading().map(ListeningSockets::sockets).map(this::of);
        return new Snapshot<>(
                now.name(), known, revision.from(now::revision, known.latest().orElse(PortsInUse.UNKNOWN)));
    }

    private PortsInUse of(List<ListeningSocket> now) {
        return ports.from(() -> read(now), now);
    }

    private static PortsInUse read(List<ListeningSocket> now) {
        Map<Integer, List<ListeningSocket>> byPort = LoopbackPort.servers(now);
        List<Integer> onlyOnIpv6 = byPort.entrySet().stream()
                .filter(port -> LoopbackPort.answers(port.getValue(), IpAddress.IPV6_LOOPBACK))
                .filter(port -> !LoopbackPort.answers(port.getValue(), IpAddress.IPV4_LOOPBACK))
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> web = WEB.stream()
                .filter(byPort::containsKey)
                .filter(port -> LoopbackPort.answers(byPort.get(port), IpAddress.IPV4_LOOPBACK))
                .toList();
        return new PortsInUse(onlyOnIpv6, web);
    }
}
