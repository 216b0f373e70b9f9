package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of that which listens on one side is reached from the other, and by which address (DOMAIN R8.1 to R8.17). */
final class Ways {

    private final Side from;
    private final Side to;
    private final List<Road> roads;
    private final boolean isSameMachine;

    Ways(Side from, Side to) {
        this.from = from;
        this.to = to;
        this.roads = Roads.between(from, to);
        String machine = from.place().machine();
        this.isSameMachine = from.kind().isOfThisMachine() && to.kind().isOfThisMachine()
                || machine != null && machine.equals(to.place().machine());
    }

    /** Where {@code from} meets {@code to}. */
    List<Road> roads() {
        return roads;
    }

    Way to(Listener listener) {
        if (listener.scope() == BindScope.LOOPBACK) {
            return ownLoopbackAlone(listener);
        } else if (listener.scope() == BindScope.FOREIGN) {
            return Way.not(
                    "It waits on " + listener.bind().address().text() + ", which no interface of " + to.name()
                            + " has.",
                    null,
                    "R1.36");
        }
        Optional<Way> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        List<Road> fitting = roads.stream()
                .filter(road -> listener.takes(road.address().family()))
                .filter(road -> listener.bind().address().isUnspecified()
                        || listener.bind().address().withoutZone().equals(road.address()))
                .toList();
        if (fitting.isEmpty()) {
            return noRoad(listener);
        }
        List<Endpoint> targets = fitting.stream()
                .map(road -> new Endpoint(road.address(), listener.bind().port()))
                .toList();
        String because = "It waits on " + waitsOn(listener) + ", and "
                + fitting.get(0).address().text() + " is " + fitting.get(0).how() + ".";
        if (listener.device() != null) {
            return Way.unknown(
                    targets, because + " But it is bound to the interface " + listener.device() + ".", "R1.35");
        }
        return isSameMachine
                ? Way.reaches(targets, because, "R8.6")
                : Way.unknown(targets, because + " Whether that is the same network, the addresses alone do not tell.");
    }

    /** The most repeated confusion: 127.0.0.1 is everybody's own (R8.6, R8.7). */
    private Way ownLoopbackAlone(Listener listener) {
        String address = listener.bind().address().isUnspecified()
                ? "the loopback interface"
                : listener.bind().address().text();
        return Way.not(
                "It waits on " + address + ", which only " + to.name() + " itself reaches: in " + from.name()
                        + " the same address is " + from.name() + "’s own loopback.",
                remedy(listener),
                "R8.6",
                "R8.7");
    }

    private @Nullable String remedy(Listener listener) {
        int port = listener.bind().port();
        if (to.kind() == Kind.HOST || to.kind() == Kind.OWN && from.kind() == Kind.CONTAINER) {
            String bridge = roads.stream()
                    .map(road -> road.address().text())
                    .findFirst()
                    .orElse("the container bridge’s address");
            return "Let it listen on " + bridge + " too, and connect to " + bridge + ":" + port
                    + "; or start the container with --network=host.";
        }
        return "Let it listen on 0.0.0.0 in there"
                + (to.place().container() != null || to.kind() == Kind.CONTAINER
                        ? ", and publish it: -p 127.0.0.1:" + port + ":" + port + "."
                        : ".");
    }

    /** What is so whatever listens. */
    private Optional<Way> obstacle() {
        Optional<Network> here = from.network().get();
        Optional<Network> there = to.network().get();
        if (here.isEmpty() || there.isEmpty()) {
            Side unknown = here.isEmpty() ? from : to;
            return Optional.of(Way.unknown(
                    List.of(),
                    "The addresses of " + unknown.name() + " are not known: "
                            + unknown.network().reason()));
        } else if (here.get().ways().isEmpty()) {
            return Optional.of(nothingButLoopback(from));
        } else if (there.get().ways().isEmpty()) {
            return Optional.of(nothingButLoopback(to));
        }
        return Optional.empty();
    }

    private static Way nothingButLoopback(Side side) {
        return Way.not(
                side.name() + " has no interface but its loopback, as with --network=none.",
                side.kind() == Kind.CONTAINER || side.place().container() != null
                        ? "Start the container with a network."
                        : "Give it an interface.",
                "R8.11");
    }

    private Way noRoad(Listener listener) {
        String waits = "It waits on " + waitsOn(listener);
        if (!roads.isEmpty()) {
            return Way.not(
                    waits + ", which is not where " + from.name() + " and " + to.name() + " meet.", null, "R1.30");
        }
        boolean bothContainers = from.place().container() != null && to.place().container() != null;
        return Way.unknown(
                List.of(),
                waits + "; " + from.name() + " and " + to.name() + " share no network"
                        + (bothContainers ? ", and container engines keep their networks apart." : ".")
                        + " What lies between is not seen from here.",
                "R8.8");
    }

    private static String waitsOn(Listener listener) {
        IpAddress address = listener.bind().address();
        return address.isUnspecified() ? "all addresses (" + address.text() + ")" : address.text();
    }
}
