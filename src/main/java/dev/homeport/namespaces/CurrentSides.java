package dev.homeport.namespaces;

import dev.homeport.latency.Latency;
import dev.homeport.latency.probe.Target;
import dev.homeport.namespaces.peer.Peers;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Place;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.Speed;
import dev.homeport.namespaces.source.Publication;
import dev.homeport.platform.Container;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that can be compared at this moment: network namespaces, other Homeports, saved states. */
@Component
class CurrentSides {

    private static final String NOT_MEASURED = "Nobody measures there: Homeport measures the loopback that it runs on.";

    private final CurrentNamespaces namespaces;
    private final CachedCollector<Peers> peers;
    private final SavedStates saved;
    private final CachedCollector<Vantage> vantage;
    private final CachedCollector<Latency> latency;
    private final Identity identity;

    CurrentSides(
            CurrentNamespaces namespaces,
            CachedCollector<Peers> peers,
            SavedStates saved,
            CachedCollector<Vantage> vantage,
            CachedCollector<Latency> latency,
            Identity identity) {
        this.namespaces = namespaces;
        this.peers = peers;
        this.saved = saved;
        this.vantage = vantage;
        this.latency = latency;
        this.identity = identity;
    }

    /**
     * Something to choose.
     *
     * @param side it, made when it is chosen; empty when it does not answer
     * @param reason why it cannot be shown; null when it can
     */
    record Candidate(
            String id, Kind kind, String name, @Nullable String reason, Supplier<Optional<Side>> side) {}

    /** One moment. */
    record Moment(
            Reading<Namespaces> reading,
            List<Candidate> candidates,
            List<Publication> publications,
            List<Limit> limits,
            String revision) {

        Optional<Candidate> withId(String id) {
            return candidates.stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    Moment now() {
        CurrentNamespaces.Moment found = namespaces.now();
        Snapshot<Peers> others = peers.snapshot();
        Snapshot<Latency> measured = latency.snapshot();
        List<Side> kept = saved.all();
        List<Candidate> candidates = new ArrayList<>();
        found.all().forEach(sight -> candidates.add(candidate(sight, found.reading(), measured.reading())));
        others.reading()
                .latest()
                .map(Peers::all)
                .orElse(List.of())
                .forEach(told -> candidates.add(new Candidate(
                        told.id(), Kind.PEER, told.name(), told.side().reason(), told.side()::get)));
        kept.forEach(side ->
                candidates.add(new Candidate(side.id(), Kind.SAVED, side.name(), null, () -> Optional.of(side))));
        Optional<Namespaces> known = found.reading().latest();
        return new Moment(
                found.reading(),
                candidates,
                known.map(Namespaces::publications).orElse(List.of()),
                known.map(Namespaces::limits).orElse(List.of()),
                String.join("~", found.revision(), others.revision(), measured.revision()) + "~"
                        + Integer.toHexString(
                                kept.stream().map(Side::id).toList().hashCode()));
    }

    private Candidate candidate(Sight sight, Reading<?> whole, Reading<Latency> measured) {
        NetworkNamespace namespace = sight.namespace();
        String reason = namespace.pids().isEmpty() && namespace.kind() != Kind.OWN
                ? sight.reason().orElse(null)
                : null;
        return new Candidate(
                namespace.id(),
                namespace.kind(),
                namespace.name(),
                reason,
                () -> Optional.of(side(sight, whole, measured)));
    }

    private Side side(Sight sight, Reading<?> whole, Reading<Latency> measured) {
        NetworkNamespace namespace = sight.namespace();
        boolean isOwn = namespace.kind() == Kind.OWN;
        return new Side(
                namespace.id(),
                namespace.kind(),
                namespace.name(),
                isOwn ? Instant.now() : whole.valueTakenAt().orElse(null),
                isOwn ? "Homeport runs in it." : "Homeport reads it through /proc.",
                Stream.of(sight.interfaces(), sight.sockets())
                        .flatMap(known -> Stream.ofNullable(known.reason()))
                        .findFirst()
                        .orElse(null),
                place(namespace),
                sight.interfaces().map(SightSide::network),
                sight.sockets().map(SightSide::listeners),
                sight.sockets().get().map(SightSide::clients).orElse(0L),
                sight.hosts().map(SightSide::names),
                isOwn ? Known.of(measured).map(CurrentSides::speeds) : Known.not(NOT_MEASURED));
    }

    private Place place(NetworkNamespace namespace) {
        Optional<Vantage> here = vantage.snapshot().reading().latest();
        boolean isOwn = namespace.kind() == Kind.OWN;
        return new Place(
                isOwn ? here.map(Vantage::hostname).orElse(null) : null,
                isOwn ? here.map(Vantage::os).orElse(null) : null,
                Optional.ofNullable(namespace.container()).map(Container::label).orElse(null),
                namespace.id(),
                identity.machine(),
                identity.loopback(namespace.key()),
                evidence(namespace));
    }

    private static List<String> evidence(NetworkNamespace namespace) {
        String processes = namespace.pids().size() == 1
                ? "one process, " + namespace.pids().get(0)
                : namespace.pids().size() + " processes"
                        + (namespace.pids().isEmpty()
                                ? ""
                                : ", the first is " + namespace.pids().get(0));
        String whose = switch (namespace.kind()) {
            case OWN ->
                namespace.container() == null
                        ? "Nothing here bears the marks of a container."
                        : "Marks of a container engine are here, and a process namespace or a root file system of its own.";
            case HOST -> "The first process of the machine is in it.";
            case CONTAINER -> "The control group of its processes names the container.";
            default -> "Neither the first process nor a container is in it.";
        };
        return List.of(whose, "In it: " + processes + ".");
    }

    private static List<Speed> speeds(Latency known) {
        return Arrays.stream(Target.values())
                .flatMap(target -> known.status(target).stream()
                        .filter(status -> status != Latency.Status.UNAVAILABLE)
                        .map(status -> speed(known, target, status)))
                .toList();
    }

    private static Speed speed(Latency known, Target target, Latency.Status status) {
        return new Speed(
                target.id(),
                target.label(),
                status.text(),
                rounded(known.now(target).p50Micros()),
                rounded(known.now(target).p99Micros()),
                Stream.ofNullable(known.failure(target))
                        .map(failure -> failure.outcome().text())
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable Double rounded(double micros) {
        return Double.isNaN(micros) ? null : Math.round(micros * 10) / 10.0;
    }
}
