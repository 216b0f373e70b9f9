package dev.homeport.browser;

import dev.homeport.hosts.Samples;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Saved;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.CollectorMetrics;
import dev.homeport.reading.Pace;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;

/** Collectors that always read what was saved. */
final class Staged {

    private Staged() {}

    static CachedCollector<ListeningSockets> sockets(Collection<ListeningSocket> sockets) {
        return fixed("sockets", Fixtures.sockets(sockets.toArray(ListeningSocket[]::new)));
    }

    static CachedCollector<Vantage> vantage() {
        return fixed("vantage", Fixtures.vantage());
    }

    static CachedCollector<Interfaces> interfaces() {
        return fixed(
                "interfaces",
                dev.homeport.interfaces.Fixtures.developersMachine().build());
    }

    /** A developer's file with a block list behind it. */
    static CachedCollector<Hosts> hosts() {
        String text = Samples.MESSY + Samples.blockList(2000, "0.0.0.0");
        return fixed("hosts", Samples.hosts(text));
    }

    static CachedCollector<Latency> latency() {
        return fixed("latency", Saved.day().build());
    }

    private static <T> CachedCollector<T> fixed(String name, T value) {
        return new CachedCollector<>(
                name,
                () -> value,
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10)),
                new CollectorMetrics(new SimpleMeterRegistry()),
                change -> {});
    }
}
