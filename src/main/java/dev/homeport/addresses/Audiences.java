package dev.homeport.addresses;

import static dev.homeport.addresses.Access.Verdict.NO;
import static dev.homeport.addresses.Access.Verdict.PARTLY;
import static dev.homeport.addresses.Access.Verdict.YES;

import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.FirstFew;
import dev.homeport.net.InterfaceKind;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table of DOMAIN R1.30, for one socket and the addresses at which it really answers. It is an upper bound: a "no" is
 * said only where nothing leads to the socket.
 */
final class Audiences {

    private static final int MOST_NAMED = 3;

    private final ListeningSocket socket;
    private final AddressMap map;
    private final List<LocalAddress> answersAt;
    private final List<LocalAddress> openAt;
    private final Optional<Interface> device;
    private final boolean isDeviceForOthers;

    /**
     * @param answersAt the addresses at which it answers this machine
     * @param openAt those at which it answers others
     */
    Audiences(
            ListeningSocket socket,
            AddressMap map,
            List<LocalAddress> answersAt,
            List<LocalAddress> openAt,
            Interfaces interfaces) {
        this.socket = socket;
        this.map = map;
        this.answersAt = answersAt;
        this.openAt = openAt;
        this.device = Optional.ofNullable(socket.device()).flatMap(interfaces::named);
        this.isDeviceForOthers = interfaces.letOthersIn(socket.device());
    }

    /** One for each audience, from near to far. */
    List<Access> all() {
        return Arrays.stream(Audience.values()).map(this::of).toList();
    }

    Access of(Audience audience) {
        return switch (audience) {
            case HERE -> here();
            case NEIGHBOURS -> neighbours();
            case NETWORK -> network();
            case ANYWHERE -> anywhere();
        };
    }

    private Access here() {
        if (answersAt.isEmpty()) {
            return new Access(Audience.HERE, NO, whyNowhere());
        }
        boolean isLoopback = answersAt.stream().anyMatch(address -> address.scope() == BindScope.LOOPBACK);
        return new Access(
                Audience.HERE,
                YES,
                "At " + names(answersAt) + (isLoopback ? "." : "; neither 127.0.0.1 nor ::1 leads there."));
    }

    private String whyNowhere() {
        if (socket.scope() == BindScope.FOREIGN) {
            return "No interface has " + socket.bind().address() + ".";
        }
        return map.cellsOf(socket).stream()
                .filter(cell -> cell.kind() != Cell.Kind.NOBODY)
                .findFirst()
                .map(cell -> cell.kind() == Cell.Kind.CUT_OFF
                        ? "Nothing that this machine sends to its address arrives."
                        : "At each address that it could answer, another socket does.")
                .orElse("No address of this machine leads to it.");
    }

    /** Whoever runs a program on this machine can connect to its loopback (S17); a container has a loopback of its own. */
    private Access neighbours() {
        boolean isDeviceForContainers = socket.device() == null
                || device.filter(one -> leadsToContainers(one.kind())).isPresent();
        List<LocalAddress> forContainers = isDeviceForContainers ? matching(Audiences::isForContainers) : List.of();
        String users = answersAt.isEmpty() ? "Users of this machine: no. " : "Users where you can. ";
        if (!forContainers.isEmpty()) {
            Access.Verdict verdict = answersAt.isEmpty() ? PARTLY : YES;
            return new Access(
                    Audience.NEIGHBOURS,
                    verdict,
                    users + "Containers at " + names(containersFirst(forContainers)) + ".");
        } else if (answersAt.isEmpty()) {
            return new Access(Audience.NEIGHBOURS, NO, whyNowhere());
        }
        return new Access(
                Audience.NEIGHBOURS,
                PARTLY,
                users + "Of containers those alone that share this machine's network (--network host).");
    }

    private static boolean isForContainers(LocalAddress address) {
        return address.isRoutable()
                || address.scope() == BindScope.LINK_LOCAL
                        && leadsToContainers(address.link().kind());
    }

    private static boolean leadsToContainers(InterfaceKind kind) {
        return kind.isContainerBridge() || kind == InterfaceKind.VETH;
    }

    private static List<LocalAddress> containersFirst(List<LocalAddress> addresses) {
        List<LocalAddress> bridges = addresses.stream()
                .filter(address -> address.link().kind().isContainerBridge())
                .toList();
        return bridges.isEmpty() ? addresses : bridges;
    }

    private Access network() {
        List<LocalAddress> linked = matching(LocalAddress::leadsToOthers);
        List<LocalAddress> routed = matching(LocalAddress::isRoutable);
        List<LocalAddress> beyond = matching(address -> address.scope() != BindScope.LOOPBACK);
        if (!isDeviceForOthers || beyond.isEmpty()) {
            return new Access(Audience.NETWORK, NO, whyNotBeyond());
        } else if (!linked.isEmpty() && linked.stream().noneMatch(map.certainlyOpenAt(socket)::contains)) {
            return new Access(
                    Audience.NETWORK,
                    PARTLY,
                    "At " + names(linked) + ", if no other socket on the port gets it first.");
        } else if (!linked.isEmpty()) {
            boolean isLinkLocal = linked.stream().allMatch(address -> address.scope() == BindScope.LINK_LOCAL);
            return new Access(
                    Audience.NETWORK,
                    YES,
                    "At " + names(linked) + (isLinkLocal ? ", with their own interface's name as the zone." : "."));
        }
        String who = routed.isEmpty()
                ? "Whoever is at the other end of " + beyond.get(0).interfaceName() + "."
                : "Whoever has a route to " + names(routed) + " through this machine.";
        return new Access(Audience.NETWORK, PARTLY, who);
    }

    private Access anywhere() {
        List<LocalAddress> routed = matching(LocalAddress::isRoutable);
        if (!isDeviceForOthers || routed.isEmpty()) {
            return new Access(Audience.ANYWHERE, NO, whyNotBeyond());
        }
        List<LocalAddress> open = routed.stream().filter(Audiences::isPublic).toList();
        if (!open.isEmpty()) {
            String what = open.size() == 1 ? ": a public address." : ": public addresses.";
            return new Access(Audience.ANYWHERE, YES, "At " + names(open) + what);
        }
        boolean isLinked = routed.stream().anyMatch(LocalAddress::leadsToOthers);
        return new Access(
                Audience.ANYWHERE,
                PARTLY,
                isLinked
                        ? "Networks with a route to " + names(routed)
                                + "; the internet only if a router forwards the port."
                        : "Only who has a route to " + names(routed) + " through this machine; by default nobody has.");
    }

    private static boolean isPublic(LocalAddress address) {
        AddressClass addressClass = address.address().addressClass();
        return addressClass == AddressClass.GLOBAL || addressClass == AddressClass.SIX_TO_FOUR;
    }

    private String whyNotBeyond() {
        if (openAt.isEmpty()) {
            return whyNowhere();
        } else if (!isDeviceForOthers) {
            return "It is bound to the device " + socket.device() + ", which leads to no other machine.";
        } else if (openAt.stream().allMatch(address -> address.scope() == BindScope.LOOPBACK)) {
            return "On any other machine, a loopback address means that machine itself.";
        }
        return "Routers do not pass link-local addresses on.";
    }

    private List<LocalAddress> matching(Predicate<LocalAddress> which) {
        return openAt.stream().filter(which).toList();
    }

    private static String names(List<LocalAddress> addresses) {
        return FirstFew.of(
                addresses.stream().map(address -> address.address().text()).toList(), MOST_NAMED);
    }
}
