package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of that which listens on one side is reached from the other, and by which address (DOMAIN R8.1 to R8.17). */
final class Ways {

    private final Side from;
    private final Side to;
    private final List<Road> roads;
    private final boolean areOne;
    private final boolean areLinked;

    /** @param areOne whether both share a loopback */
    Ways(Side from, Side to, boolean areOne) {
        this.from = from;
        this.areOne = areOne;
        this.to = to;
        this.roads = areOne ? List.of() : Roads.between(from, to);
        String machine = from.place().machine();
        boolean isSameMachine = from.kind().isOfThisMachine() && to.kind().isOfThisMachine()
                || machine != null && machine.equals(to.place().machine());
        this.areLinked = isSameMachine && Roads.areLinked(from, to);
    }

    /** Where {@code from} meets {@code to}. */
    List<Road> roads() {
        return roads;
    }

    Way to(Listener listener) {
        if (areOne) {
            return Way.same(listener.bind());
        }
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
        if (listener.isForwarded()) {
            String where = listener.forwards() == null
                    ? ""
                    : ", to " + listener.forwards().text();
            return Way.unknown(
                    targets,
                    because + " But " + listener.process() + " only forwards" + where
                            + ": what is behind it decides what happens to who connects.",
                    "R8.9",
                    "R8.17");
        }
        Optional<String> doubt = doubt(listener, fitting);
        return doubt.map(why -> Way.unknown(targets, because + " " + why, "R1.24", "R1.35"))
                .orElseGet(() -> Way.reaches(targets, because, "R8.6"));
    }

    /** Why it is not certain that what seems to be reached is. */
    private Optional<String> doubt(Listener listener, List<Road> fitting) {
        boolean byIpv4Alone = listener.bind().address().family() == IpFamily.IPV6
                && fitting.stream().allMatch(road -> road.address().family() == IpFamily.IPV4);
        if (listener.device() != null) {
            return Optional.of("But it is bound to the interface " + listener.device() + ".");
        } else if (byIpv4Alone && listener.takesIpv4() == null) {
            return Optional.of("Whether a socket on [::] takes IPv4 too, /proc does not tell; most do.");
        }
        return areLinked
                ? Optional.empty()
                : Optional.of("Whether that is one network, or two with the same range, addresses alone do not tell.");
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
        if (to.isContainer() && from.isContainer()) {
            return "Let it listen on 0.0.0.0 in " + to.name() + ".";
        }
        boolean inContainer = to.isContainer();
        return inContainer
                ? "Let it listen on 0.0.0.0 in the container, and publish it: -p 127.0.0.1:" + port + ":" + port + "."
                : roads.stream()
                        .map(road -> road.address().text())
                        .findFirst()
                        .map(address -> "Let it listen on " + address + " too: there " + from.name() + " meets "
                                + to.name() + ".")
                        .orElse(null);
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
                side.isContainer() ? "Start the container with a network." : "Give it an interface.",
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
