package dev.homeport.health.meter;

import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.platform.HostileText;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Meters of the listening sockets, without those that are probably clients:
 *
 * <ul>
 *   <li>{@code homeport.listening.sockets}, a gauge for each {@code protocol} and {@code scope} (narrowed by a device): how
 *       many; NaN while that is not known
 *   <li>{@code homeport.listener}, 1 for each protocol, address, family, port and process, of 200 at most: those that can be
 *       reached from other machines first
 *   <li>{@code homeport.omitted.listeners}, a gauge: how many of these were left out
 * </ul>
 */
@Component
class SocketMeters extends FollowedMeters<ListeningSockets> {

    private static final int MOST = 200;
    private static final int LONGEST = 64;

    private @Nullable MultiGauge listeners;
    private volatile int omitted;

    SocketMeters(CachedCollector<ListeningSockets> sockets) {
        super(sockets);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Supplier<Optional<Map<Group, Long>>> counts = Kept.forAScrape(this::counts);
        for (Protocol protocol : Protocol.values()) {
            for (BindScope scope : BindScope.values()) {
                Group group = new Group(protocol, scope);
                Gauge.builder(
                                "homeport.listening.sockets",
                                () -> counts.get()
                                        .map(known -> (double) known.getOrDefault(group, 0L))
                                        .orElse(Double.NaN))
                        .description("Sockets that wait for peers, without those of UDP that are probably clients")
                        .baseUnit("sockets")
                        .tag("protocol", protocol.text())
                        .tag("scope", scope.text())
                        .register(registry);
            }
        }
        Gauge.builder("homeport.omitted.listeners", () -> omitted)
                .description("Listeners that have no series of their own, since there are too many")
                .baseUnit("listeners")
                .register(registry);
        super.bindTo(registry);
    }

    /** What one gauge counts. */
    private record Group(Protocol protocol, BindScope scope) {}

    private Optional<Map<Group, Long>> counts() {
        return latest().map(all -> servers(all)
                .collect(Collectors.groupingBy(
                        socket -> new Group(socket.protocol(), socket.reach()), Collectors.counting())));
    }

    @Override
    void take(ListeningSockets known, MeterRegistry registry) {
        if (listeners == null) {
            listeners = MultiGauge.builder("homeport.listener")
                    .description("1 for each server that listens: who, where, reachable by whom")
                    .register(registry);
        }
        List<Tags> all = tags(known);
        List<MultiGauge.Row<?>> rows = all.stream()
                .limit(MOST)
                .<MultiGauge.Row<?>>map(tags -> MultiGauge.Row.of(tags, 1))
                .toList();
        listeners.register(rows);
        omitted = all.size() - rows.size();
    }

    /** Several sockets that differ in nothing that is shown are one. */
    private static List<Tags> tags(ListeningSockets known) {
        return servers(known)
                .sorted(Comparator.comparing((ListeningSocket socket) -> !socket.isReachableFromElsewhere()))
                .map(SocketMeters::tags)
                .distinct()
                .toList();
    }

    private static Stream<ListeningSocket> servers(ListeningSockets all) {
        return all.sockets().stream().filter(socket -> socket.role() == SocketRole.SERVER);
    }

    private static Tags tags(ListeningSocket socket) {
        return Tags.of(
                "protocol", socket.protocol().text(),
                "address", socket.bind().address().text(),
                "family", socket.family().text(),
                "port", Integer.toString(socket.port()),
                "scope", socket.reach().text(),
                "process", HostileText.cut(socket.holder(), LONGEST));
    }
}
