package dev.homeport.localhost;

import dev.homeport.hosts.PortsInUse;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the rules for hosts files what they have to know of the sockets; worked out once for each reading. */
@Component
class ListeningPorts implements Supplier<PortsInUse> {

    private static final List<Integer> WEB = List.of(80, 443);

    private final CachedCollector<ListeningSockets> sockets;
    private volatile @Nullable Known last;

    private record Known(String revision, PortsInUse ports) {}

    ListeningPorts(CachedCollector<ListeningSockets> sockets) {
        this.sockets = sockets;
    }

    @Override
    public PortsInUse get() {
        Snapshot<ListeningSockets> now = sockets.snapshot();
        Known known = last;
        if (known == null || !known.revision().equals(now.revision())) {
            known = new Known(now.revision(), read(now));
            last = known;
        }
        return known.ports();
    }

    private static PortsInUse read(Snapshot<ListeningSockets> now) {
        Map<Integer, List<ListeningSocket>> byPort = LoopbackPort.servers(
                now.reading().latest().map(ListeningSockets::sockets).orElse(List.of()));
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
