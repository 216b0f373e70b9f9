package dev.homeport.health.meter;

import static dev.homeport.sockets.Fixtures.tcp;
import static dev.homeport.sockets.Fixtures.udp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.homeport.latency.Latency;
import dev.homeport.latency.Saved;
import dev.homeport.latency.counters.Counter;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.counters.Rise;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.ReadingChanged;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Meters of saved readings. */
class MeterTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @SuppressWarnings("unchecked")
    private static <T> CachedCollector<T> collector(String name) {
        CachedCollector<T> collector = mock(CachedCollector.class);
        given(collector.name()).willReturn(name);
        return collector;
    }

    private static <T> void reads(CachedCollector<T> collector, Reading<T> reading) {
        given(collector.snapshot()).willReturn(new Snapshot<>("x", reading, "1"));
    }

    private double sockets(Protocol protocol, BindScope scope) {
        return registry.get("homeport.listening.sockets")
                .tag("protocol", protocol.text())
                .tag("scope", scope.text())
                .gauge()
                .value();
    }

    @Test
    void socketsAreCountedByProtocolAndScopeWithZeroWhereThereIsNone() {
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, Fixtures.reading(Fixtures.developersMachine().toArray(ListeningSocket[]::new)));
        new SocketMeters(collector).bindTo(registry);
        assertThat(sockets(Protocol.TCP, BindScope.LOOPBACK)).isEqualTo(6);
        assertThat(sockets(Protocol.TCP, BindScope.ALL)).isEqualTo(3);
        assertThat(sockets(Protocol.UDP, BindScope.ALL)).isEqualTo(1);
        assertThat(sockets(Protocol.UDP, BindScope.FOREIGN)).isZero();
        assertThat(registry.find("homeport.listening.sockets").gauges())
                .hasSize(Protocol.values().length * BindScope.values().length);
    }

    @Test
    void whatWasNotReadIsNoNumber() {
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, new Reading.Missing<>("Not yet."));
        new SocketMeters(collector).bindTo(registry);
        assertThat(sockets(Protocol.TCP, BindScope.LOOPBACK)).isNaN();
    }

    @Test
    void clientsAreNotCounted() {
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, Fixtures.reading(udp("0.0.0.0", 40_000, "firefox")));
        new SocketMeters(collector).bindTo(registry);
        assertThat(sockets(Protocol.UDP, BindScope.ALL)).isZero();
        assertThat(registry.find("homeport.listener").gauges()).isEmpty();
    }

    @Test
    void listenersComeAndGoAndHoldNoCommandLine() {
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, Fixtures.reading(tcp("127.0.0.1", 3000, "node")));
        SocketMeters meters = new SocketMeters(collector);
        meters.bindTo(registry);
        Gauge node = registry.get("homeport.listener").tag("process", "node").gauge();
        assertThat(node.getId().getTags().stream().map(tag -> tag.getKey() + "=" + tag.getValue()))
                .containsExactlyInAnyOrder(
                        "protocol=tcp",
                        "address=127.0.0.1",
                        "family=ipv4",
                        "port=3000",
                        "scope=loopback",
                        "process=node");
        reads(collector, Fixtures.reading(tcp("0.0.0.0", 80, "n".repeat(500))));
        meters.follow(new ReadingChanged("sockets"));
        assertThat(registry.find("homeport.listener").tag("process", "node").gauge())
                .isNull();
        assertThat(registry.get("homeport.listener").gauge().getId().getTag("process"))
                .hasSizeLessThanOrEqualTo(65);
    }

    @Test
    void listenersAreBoundedAndTheReachableOnesComeFirst() {
        List<ListeningSocket> many = new ArrayList<>();
        for (int port = 1000; port < 1300; port++) {
            many.add(tcp("127.0.0.1", port, "many"));
        }
        many.add(tcp("0.0.0.0", 9999, "open"));
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, Fixtures.reading(many.toArray(ListeningSocket[]::new)));
        new SocketMeters(collector).bindTo(registry);
        assertThat(registry.find("homeport.listener").gauges()).hasSize(200);
        assertThat(registry.find("homeport.listener").tag("process", "open").gauge())
                .isNotNull();
        assertThat(registry.get("homeport.omitted.listeners").gauge().value()).isEqualTo(101);
    }

    private Timer times(ProbeTarget target) {
        return registry.get("homeport.loopback.rtt").tag("target", target.id()).timer();
    }

    private double failures(ProbeTarget target) {
        return registry.get("homeport.loopback.failures")
                .tag("target", target.id())
                .counter()
                .count();
    }

    /** Saved.healthy(): rounds of ten samples each ten seconds, of which the meters begin with the last. */
    @Test
    void eachRoundIsCountedOnce() {
        CachedCollector<Latency> collector = collector("latency");
        reads(collector, fresh(Saved.healthy().build()));
        RoundTripMeters meters = new RoundTripMeters(collector);
        meters.bindTo(registry);
        meters.follow(new ReadingChanged("latency"));
        meters.follow(new ReadingChanged("sockets"));
        assertThat(times(ProbeTarget.TCP4).count()).isEqualTo(10);
        reads(
                collector,
                fresh(Saved.healthy().then(ProbeTarget.TCP4, 900_000, 3_000_000).build()));
        meters.follow(new ReadingChanged("latency"));
        meters.follow(new ReadingChanged("latency"));
        assertThat(times(ProbeTarget.TCP4).max(TimeUnit.MILLISECONDS)).isEqualTo(3);
        assertThat(failures(ProbeTarget.TCP4)).isZero();
    }

    @Test
    void clockThatIsSetBackLosesNoRound() {
        CachedCollector<Latency> collector = collector("latency");
        Saved saved = Saved.healthy().then(ProbeTarget.TCP4, 20_000);
        reads(collector, fresh(saved.build()));
        RoundTripMeters meters = new RoundTripMeters(collector);
        meters.bindTo(registry);
        assertThat(times(ProbeTarget.TCP4).count()).isEqualTo(1);
        reads(
                collector,
                fresh(saved.anHourEarlier(ProbeTarget.TCP4, 30_000, 40_000).build()));
        meters.follow(new ReadingChanged("latency"));
        assertThat(times(ProbeTarget.TCP4).count()).isEqualTo(3);
    }

    @Test
    void socketsOfTheLoopbackDeviceAreOfLoopback() {
        CachedCollector<ListeningSockets> collector = collector("sockets");
        reads(collector, Fixtures.reading(Fixtures.onDevice(tcp("0.0.0.0", 80, "nginx"), "lo")));
        new SocketMeters(collector).bindTo(registry);
        assertThat(sockets(Protocol.TCP, BindScope.LOOPBACK)).isOne();
        assertThat(registry.get("homeport.listener").gauge().getId().getTag("scope"))
                .isEqualTo("loopback");
    }

    @Test
    void failuresAreCountedAndAreInNoTime() {
        CachedCollector<Latency> collector = collector("latency");
        reads(
                collector,
                fresh(Saved.healthy()
                        .failing(ProbeTarget.TCP4, Saved.timedOut())
                        .build()));
        RoundTripMeters meters = new RoundTripMeters(collector);
        meters.bindTo(registry);
        meters.follow(new ReadingChanged("latency"));
        assertThat(failures(ProbeTarget.TCP4)).isEqualTo(1);
        assertThat(registry.find("homeport.loopback.rtt").tag("target", "icmp4").timer())
                .as("what cannot be measured has no meter")
                .isNull();
    }

    @Test
    void bucketsAreWhereLoopbackIs() {
        CachedCollector<Latency> collector = collector("latency");
        reads(collector, fresh(Saved.healthy().build()));
        new RoundTripMeters(collector).bindTo(registry);
        List<Double> bounds = Arrays.stream(
                        times(ProbeTarget.TCP4).takeSnapshot().histogramCounts())
                .map(CountAtBucket::bucket)
                .map(nanos -> nanos / 1e9)
                .toList();
        assertThat(bounds).hasSize(19).startsWith(1e-6, 2e-6, 5e-6).endsWith(0.2, 0.5, 1.0);
    }

    @Test
    void kernelsCountersAreThoseThatThisSystemHasAndAreRegisteredOnce() {
        CachedCollector<KernelCounters> collector = collector("counters");
        reads(collector, new Reading.Missing<>("Not yet."));
        KernelMeters meters = new KernelMeters(collector);
        meters.bindTo(registry);
        assertThat(registry.getMeters()).isEmpty();
        reads(collector, fresh(counters(Map.of(Counter.LISTEN_OVERFLOWS, new Rise(7, 0, 0)))));
        meters.follow(new ReadingChanged("counters"));
        meters.follow(new ReadingChanged("counters"));
        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("homeport.kernel.listen.overflows")
                        .functionCounter()
                        .count())
                .isEqualTo(7);
    }

    @Test
    void eachCounterHasANameOfItsOwnADescriptionAndAUnit() {
        CachedCollector<KernelCounters> collector = collector("counters");
        Map<Counter, Rise> all = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            all.put(counter, new Rise(1, 0, 0));
        }
        reads(collector, fresh(counters(all)));
        new KernelMeters(collector).bindTo(registry);
        assertThat(registry.getMeters()).hasSize(Counter.values().length).allSatisfy(meter -> {
            assertThat(meter.getId().getName()).startsWith("homeport.kernel.");
            assertThat(meter.getId().getDescription()).isNotBlank();
            assertThat(meter.getId().getBaseUnit()).isNotBlank();
        });
    }

    private static KernelCounters counters(Map<Counter, Rise> rises) {
        return new KernelCounters(rises, List.of(), List.of(), List.of(), null);
    }

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, Instant.parse("2026-01-01T12:00:00Z"), Duration.ofMillis(1));
    }
}
