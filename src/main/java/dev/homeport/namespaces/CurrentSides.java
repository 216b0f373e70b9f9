package dev.homeport.namespaces;

import dev.homeport.namespaces.peer.Peers;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Place;
import dev.homeport.namespaces.side.Side;
import dev.homeport.platform.Container;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.Publication;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that can be compared at this moment: network namespaces, other Homeports, saved states. */
@Component
class CurrentSides {

    private final CurrentNamespaces namespaces;
    private final CachedCollector<Peers> peers;
    private final Peers unaskedPeers;
    private final SavedStates saved;
    private final CachedCollector<Vantage> vantage;
    private final Identity identity;
    private final NamespaceAttention attention;

    CurrentSides(
            CurrentNamespaces namespaces,
            CachedCollector<Peers> peers,
            Peers unaskedPeers,
            SavedStates saved,
            CachedCollector<Vantage> vantage,
            Identity identity,
            NamespaceAttention attention) {
        this.attention = attention;
        this.namespaces = namespaces;
        this.peers = peers;
        this.unaskedPeers = unaskedPeers;
        this.saved = saved;
        this.vantage = vantage;
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

    /**
     * One moment.
     *
     * @param readings that it is made from, by their names in the stream of changes
     * @param revision changes when anything of it does
     */
    record Moment(
            Reading<Namespaces> reading,
            List<Candidate> candidates,
            Map<String, List<Publication>> publications,
            List<Limit> limits,
            String readings,
            String revision) {

        Optional<Candidate> withId(String id) {
            return candidates.stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    Moment now() {
        CurrentNamespaces.Moment found = namespaces.now();
        Snapshot<Peers> others = peers.snapshot();
        List<Side> kept = saved.all();
        List<Candidate> candidates = new ArrayList<>();
        found.all().forEach(sight -> candidates.add(candidate(sight, found.reading())));
        others.reading()
                .latest()
                .orElse(unaskedPeers)
                .all()
                .forEach(told -> candidates.add(new Candidate(
                        told.id(), Kind.PEER, told.name(), told.side().reason(), told.side()::get)));
        kept.forEach(side ->
                candidates.add(new Candidate(side.id(), Kind.SAVED, side.name(), null, () -> Optional.of(side))));
        Snapshots snapshots = found.snapshots().and(List.of(others));
        Optional<Namespaces> known = found.reading().latest();
        return new Moment(
                found.reading(),
                candidates,
                known.map(Namespaces::publications).orElse(Map.of()),
                known.map(Namespaces::limits).orElse(List.of()),
                snapshots.names(),
                snapshots.revision() + "~"
                        + Integer.toHexString(
                                kept.stream().map(Side::id).toList().hashCode()));
    }

    private Candidate candidate(Sight sight, Reading<?> whole) {
        NetworkNamespace namespace = sight.namespace();
        String reason = namespace.pids().isEmpty() && namespace.kind() != Kind.OWN
                ? sight.reason().orElse(null)
                : null;
        return new Candidate(namespace.id(), namespace.kind(), namespace.name(), reason, () -> {
            attention.pay(namespace.id());
            return Optional.of(side(sight, whole));
        });
    }

    private Side side(Sight sight, Reading<?> whole) {
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
                place(sight),
                sight.interfaces().map(SightSide::network),
                sight.sockets().map(SightSide::listeners),
                sight.sockets().get().map(SightSide::clients).orElse(0L),
                sight.hosts().map(SightSide::names),
                sight.proofs(),
                sight.latency());
    }

    private Place place(Sight sight) {
        NetworkNamespace namespace = sight.namespace();
        Optional<Vantage> here = vantage.snapshot().reading().latest();
        boolean isOwn = namespace.kind() == Kind.OWN;
        return new Place(
                isOwn ? here.map(Vantage::hostname).orElse(null) : null,
                isOwn ? here.map(Vantage::os).orElse(null) : null,
                Optional.ofNullable(namespace.container()).map(Container::label).orElse(null),
                namespace.number().orElse(null),
                identity.machine(),
                identity.loopback(namespace.key(), sight.cookie()),
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
}
