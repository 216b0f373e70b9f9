package dev.homeport.addresses;

import static dev.homeport.addresses.Access.Verdict.NO;
import static dev.homeport.addresses.Access.Verdict.PARTLY;
import static dev.homeport.addresses.Access.Verdict.YES;

import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of DOMAIN R1.30, for one socket and the addresses at which it really answers. */
final class Audiences {

    private static final int MOST_NAMED = 3;

    private final ListeningSocket socket;
    private final List<LocalAddress> answersAt;
    private final AddressMap map;

    Audiences(ListeningSocket socket, List<LocalAddress> answersAt, AddressMap map) {
        this.socket = socket;
        this.answersAt = answersAt;
        this.map = map;
    }

    List<Access> all() {
        return List.of(here(), neighbours(), network(), anywhere());
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
                        ? "Nothing that is sent to its address arrives."
                        : "At each address that it could answer, another socket does.")
                .orElse("No address of this machine leads to it.");
    }

    /** Whoever runs a program on this machine can connect to its loopback (S17); a container has a loopback of its own. */
    private Access neighbours() {
        List<LocalAddress> forContainers = matching(address -> isUnicastBeyondLoopback(address)
                && (socket.device() == null || address.kind().isContainerBridge()));
        if (answersAt.isEmpty()) {
            return new Access(Audience.NEIGHBOURS, NO, whyNowhere());
        } else if (!forContainers.isEmpty()) {
            return new Access(
                    Audience.NEIGHBOURS,
                    YES,
                    "Users where you can. Containers at " + names(containersFirst(forContainers)) + ".");
        }
        return new Access(
                Audience.NEIGHBOURS,
                PARTLY,
                "Users where you can; of containers those alone that share this machine's network (--network host).");
    }

    private static List<LocalAddress> containersFirst(List<LocalAddress> addresses) {
        List<LocalAddress> bridges = addresses.stream()
                .filter(address -> address.kind().isContainerBridge())
                .toList();
        return bridges.isEmpty() ? addresses : bridges;
    }

    private Access network() {
        List<LocalAddress> linked =
                matching(address -> address.kind().leadsToOtherMachines() && address.scope() != BindScope.LOOPBACK);
        List<LocalAddress> others = matching(Audiences::isUnicastBeyondLoopback);
        if (!linked.isEmpty()) {
            boolean isLinkLocal = linked.stream().allMatch(address -> address.scope() == BindScope.LINK_LOCAL);
            return new Access(
                    Audience.NETWORK,
                    YES,
                    "At " + names(linked) + (isLinkLocal ? ", with their own interface's name as the zone." : "."));
        } else if (!others.isEmpty()) {
            return new Access(
                    Audience.NETWORK, PARTLY, "Whoever has a route to " + names(others) + " through this machine.");
        }
        return new Access(Audience.NETWORK, NO, whyNotBeyond());
    }

    private Access anywhere() {
        List<LocalAddress> open = matching(address -> address.address().addressClass() == AddressClass.GLOBAL
                || address.address().addressClass() == AddressClass.SIX_TO_FOUR);
        List<LocalAddress> routed = matching(address -> isUnicastBeyondLoopback(address)
                && (address.kind().leadsToOtherMachines() || address.kind() == InterfaceKind.LOOPBACK));
        if (!open.isEmpty()) {
            return new Access(
                    Audience.ANYWHERE,
                    YES,
                    "At " + names(open) + ": " + (open.size() == 1 ? "a public address." : "public addresses."));
        } else if (!routed.isEmpty()) {
            return new Access(
                    Audience.ANYWHERE,
                    PARTLY,
                    "Networks with a route to " + names(routed) + "; the internet only if a router forwards the port.");
        }
        return new Access(Audience.ANYWHERE, NO, whyNotBeyond());
    }

    private String whyNotBeyond() {
        if (answersAt.isEmpty()) {
            return whyNowhere();
        } else if (answersAt.stream().allMatch(address -> address.scope() == BindScope.LOOPBACK)) {
            return socket.device() == null
                    ? "Loopback is, for whoever uses it, his own machine."
                    : "It is bound to the device " + socket.device() + ".";
        } else if (answersAt.stream()
                .allMatch(
                        address -> address.scope() == BindScope.LINK_LOCAL || address.scope() == BindScope.LOOPBACK)) {
            return "Routers do not pass link-local addresses on.";
        }
        return "The addresses where it answers lead to containers alone.";
    }

    /** Containers' bridges among them. */
    private static boolean isUnicastBeyondLoopback(LocalAddress address) {
        return address.scope() != BindScope.LOOPBACK && address.scope() != BindScope.LINK_LOCAL;
    }

    private List<LocalAddress> matching(Predicate<LocalAddress> which) {
        return answersAt.stream().filter(which).toList();
    }

    private static String names(List<LocalAddress> addresses) {
        String named = addresses.stream()
                .limit(MOST_NAMED)
                .map(address -> address.address().text())
                .collect(Collectors.joining(", "));
        int rest = addresses.size() - MOST_NAMED;
        return named + (rest > 0 ? " and " + rest + " more" : "");
    }
}
