package dev.homeport.namespaces;

import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Speeds;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.LoopbackMark;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.kernel.NamespaceCookie;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import dev.homeport.sockets.ListeningSockets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All network namespaces in sight as they are now, Homeport's own among them as the readings of its rooms tell it. */
@Component
class CurrentNamespaces {

    private final CachedCollector<Namespaces> namespaces;
    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CurrentHosts hosts;
    private final Identity identity;
    private final CachedCollector<LoopbackState> loopback;
    private final CachedCollector<Latency> latency;

    /** A process leaves its network namespace only by itself. */
    private final @Nullable Long cookie = NamespaceCookie.read().orElse(null);

    CurrentNamespaces(
            CachedCollector<Namespaces> namespaces,
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CurrentHosts hosts,
            CachedCollector<LoopbackState> loopback,
            CachedCollector<Latency> latency,
            Identity identity) {
        this.identity = identity;
        this.namespaces = namespaces;
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.hosts = hosts;
        this.loopback = loopback;
        this.latency = latency;
    }

    /**
     * One moment.
     *
     * @param reading of which the namespaces come
     * @param all Homeport's own first; empty while there is no reading
     * @param snapshots that it is made from
     */
    record Moment(Reading<Namespaces> reading, List<Sight> all, Snapshots snapshots) {}

    /** What tells Homeport's own loopback from others; null when that is not known. */
    @Nullable
    LoopbackMark ownMark() {
        return namespaces
                .snapshot()
                .reading()
                .latest()
                .map(found -> identity.loopback(found.own().key(), cookie))
                .orElse(null);
    }

    Moment now() {
        Snapshot<Namespaces> found = namespaces.snapshot();
        Snapshot<Interfaces> links = interfaces.snapshot();
        Snapshot<ListeningSockets> listening = sockets.snapshot();
        var file = hosts.snapshot();
        Snapshot<LoopbackState> health = loopback.snapshot();
        Snapshot<Latency> measured = latency.snapshot();
        List<Sight> all = found.reading()
                .latest()
                .map(known -> Stream.concat(
                                Stream.of(new Sight(
                                        known.own(),
                                        cookie,
                                        null,
                                        Known.of(links.reading()),
                                        Known.of(listening.reading()),
                                        Known.of(file.reading()),
                                        Known.of(health.reading()).map(CurrentNamespaces::proofs),
                                        Known.of(measured.reading()).map(Speeds::of))),
                                known.others().stream())
                        .toList())
                .orElse(List.of());
        return new Moment(found.reading(), all, Snapshots.of(found, links, listening, file, health, measured));
    }

    private static List<Proof> proofs(LoopbackState state) {
        return Arrays.stream(IpFamily.values())
                .map(state::of)
                .map(family -> new Proof(
                        IpAddress.loopback(family.family()).text(),
                        family.answer().text(),
                        family.answer() == LoopbackAnswer.FAILS ? family.observed() : ""))
                .toList();
    }
}
