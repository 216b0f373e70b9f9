package dev.homeport.faults;

import dev.homeport.namespaces.peer.Peers;
import dev.homeport.namespaces.side.Known;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A program for a network namespace and a mount namespace of its own: Homeport, and one fault of the machine after the
 * other. Of each it prints {@code fault | reading before | meanwhile | why | answers meanwhile | afterwards | seconds
 * between the reading's time and the machine's}.
 */
final class FaultyMachine {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PORT = 18080;
    private static final int OTHER_PORT = 18081;
    private static final List<String> ASKED = List.of(
            "/",
            "/sockets",
            "/addresses",
            "/hosts",
            "/latency",
            "/compare",
            "/actuator/health/liveness",
            "/api/sockets",
            "/api/latency/history");

    private final Map<String, CachedCollector<?>> collectors;
    private final OpenConnection browser;

    private FaultyMachine(ConfigurableApplicationContext context) throws IOException {
        collectors = Arrays.stream(context.getBeanNamesForType(CachedCollector.class))
                .map(bean -> (CachedCollector<?>) context.getBean(bean))
                .collect(Collectors.toMap(CachedCollector::name, collector -> collector));
        browser = new OpenConnection(PORT);
    }

    /** {@code arguments}: the faults, by their names. */
    public static void main(String[] arguments) throws Exception {
        Path hosts = Files.createTempFile("homeport-hosts", "");
        Files.writeString(hosts, "127.0.0.1 localhost\n::1 localhost\n");
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", PORT,
                "homeport.refresh", "200ms",
                "homeport.hosts.path", hosts.toString(),
                "server.tomcat.keep-alive-timeout", "-1",
                "server.tomcat.max-keep-alive-requests", "-1"));
        Map<String, Object> other = Map.of("server.port", OTHER_PORT);
        List<String> faults = List.of(arguments);
        if (faults.contains("another Homeport ends")) {
            properties.put("homeport.peers.other", "http://127.0.0.1:" + OTHER_PORT);
        }
        try (ConfigurableApplicationContext context = Fault.start(properties)) {
            FaultyMachine machine = new FaultyMachine(context);
            machine.browser.statuses(ASKED); // what is read once, is read
            for (String fault : faults) {
                switch (fault) {
                    case "out of descriptors" -> machine.suffer(fault, "counters", Fault::openAll);
                    case "no process can be looked at" -> machine.suffer(fault, "sockets", Fault::openAllAndListen);
                    case "/proc hangs" -> machine.suffer(fault, "interfaces", Fault::hang);
                    case "hosts file gone" -> machine.suffer(fault, "hosts", () -> Fault.takeAway(hosts));
                    case "disk full" -> machine.withstand(fault, "sockets", Fault::fill);
                    case "a day ahead" -> machine.withstand(fault, "sockets", () -> Fault.setClock(Duration.ofDays(1)));
                    case "an hour back" ->
                        machine.withstand(fault, "sockets", () -> Fault.setClock(Duration.ofHours(-1)));
                    case "stands still" -> machine.withstand(fault, "sockets", Fault::standStill);
                    case "another Homeport ends" -> {
                        ConfigurableApplicationContext neighbour = Fault.start(other);
                        machine.suffer(fault, machine::other, () -> Fault.end(neighbour, other));
                    }
                    default -> throw new IllegalArgumentException(fault);
                }
            }
        }
        System.exit(0); // the other Homeport
    }

    private Reading<?> reading(String name) {
        return collectors.get(name).snapshot().reading();
    }

    private Reading<?> other() {
        Reading<?> all = reading("peers");
        return all.latest()
                .map(peers -> ((Peers) peers).all().get(0).side())
                .filter(side -> side.reason() != null)
                .<Reading<?>>map(side -> stale(side, all))
                .orElse(all);
    }

    private static Reading<?> stale(Known<?> side, Reading<?> all) {
        String why = String.valueOf(side.reason());
        return side.get()
                .<Reading<?>>map(
                        value -> new Reading.Stale<>(value, all.valueTakenAt().orElseThrow(), Duration.ZERO, why))
                .orElseGet(() -> new Reading.Missing<>(why));
    }

    private void suffer(String name, String reading, Fault fault) throws Exception {
        suffer(name, () -> reading(reading), fault);
    }

    private void suffer(String name, Supplier<Reading<?>> reading, Fault fault) throws Exception {
        run(name, reading, fault, () -> !isFresh(reading.get()));
    }

    /** A fault that does nothing to the reading. */
    private void withstand(String name, String reading, Fault fault) throws Exception {
        run(name, () -> reading(reading), fault, () -> isFresh(reading(reading)) && secondsOld(reading(reading)) == 0);
    }

    private void run(String name, Supplier<Reading<?>> reading, Fault fault, BooleanSupplier hasCome) throws Exception {
        await(() -> isFresh(reading.get()));
        String before = reading.get().state();
        Reading<?> meanwhile;
        String statuses;
        long seconds;
        Fault.End end = fault.begin();
        try {
            await(hasCome);
            meanwhile = reading.get();
            seconds = secondsOld(meanwhile);
            statuses = browser.statuses(ASKED);
        } finally {
            end.now();
        }
        await(() -> isFresh(reading.get()));
        System.out.println(String.join(
                " | ",
                name,
                before,
                meanwhile.state(),
                meanwhile.whyNotFresh().orElse(""),
                statuses,
                reading.get().state(),
                Long.toString(seconds)));
    }

    private static boolean isFresh(Reading<?> reading) {
        return reading.state().equals("fresh");
    }

    private static long secondsOld(Reading<?> reading) {
        return reading.valueTakenAt()
                .map(at -> Duration.between(at, Instant.now()).abs().toSeconds())
                .orElse(Long.MAX_VALUE);
    }

    /** Ends without a word when it does not come to that: the test sees it. */
    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
