package dev.homeport.sockets;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several sockets on one port: which of them answers which address. The most specific bind wins (DOMAIN R1.29); of
 * wildcards, {@link SocketLookup} tells.
 *
 * @param answers by address, the specific ones first
 * @param sameBind what it means that some of them are bound to the very same address; null when none are
 * @param isConflict whether some of them may get nothing
 */
public record SharedPort(
        List<ListeningSocket> sockets,
        List<Answer> answers,
        @Nullable String sameBind,
        boolean isConflict) {

    /**
     * @param address an address, or words for all that no other line names
     * @param sockets who answers there; empty when nobody does
     * @param isCertain false when the source does not tell whether a socket on {@code [::]} also takes IPv4
     */
    public record Answer(String address, List<ListeningSocket> sockets, boolean isCertain) {}

    /** A bind address, together with the device that narrows it. */
    private record Bind(IpAddress address, @Nullable String device) {

        static Bind of(ListeningSocket socket) {
            return new Bind(socket.bind().address(), socket.device());
        }

        String text() {
            return address.text() + (device == null || address.zone() != null ? "" : " through " + device);
        }
    }

    public SharedPort {
        sockets = List.copyOf(sockets);
        answers = List.copyOf(answers);
    }

    /** The ports on which several of {@code all} wait for peers, by the id of each of these. */
    static Map<String, SharedPort> byId(List<ListeningSocket> all) {
        Map<List<Object>, List<ListeningSocket>> byPort = all.stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .collect(Collectors.groupingBy(socket -> List.of(socket.protocol(), socket.port())));
        Map<String, SharedPort> byId = new HashMap<>();
        byPort.values().stream().filter(sockets -> sockets.size() > 1).forEach(sockets -> {
            SharedPort shared = of(sockets);
            sockets.forEach(socket -> byId.put(socket.id(), shared));
        });
        return byId;
    }

    private static SharedPort of(List<ListeningSocket> sockets) {
        Map<Bind, List<ListeningSocket>> byBind = new LinkedHashMap<>();
        for (ListeningSocket socket : sockets) {
            byBind.computeIfAbsent(Bind.of(socket), bind -> new ArrayList<>()).add(socket);
        }
        List<Answer> answers = new ArrayList<>();
        byBind.forEach((bind, holders) -> {
            if (bind.device() != null || !bind.address().isUnspecified()) {
                answers.add(new Answer(bind.text(), holders, true));
            }
        });
        answers.add(others(IpFamily.IPV4, sockets));
        answers.add(others(IpFamily.IPV6, sockets));
        List<ListeningSocket> same = byBind.values().stream()
                .filter(holders -> holders.size() > 1)
                .findFirst()
                .orElse(List.of());
        boolean conflict = !same.isEmpty() && same.get(0).protocol() == Protocol.UDP && !isMulticast(same.get(0));
        return new SharedPort(sockets, answers, same.isEmpty() ? null : meaning(same), conflict);
    }

    private static Answer others(IpFamily family, List<ListeningSocket> sockets) {
        List<ListeningSocket> everywhere = matching(sockets, socket -> socket.device() == null);
        SocketLookup.Choice choice = SocketLookup.ofWildcards(everywhere, family);
        boolean hasSpecific = sockets.stream()
                .anyMatch(socket -> socket.bind().address().family() == family
                        && (socket.device() != null || !socket.bind().address().isUnspecified()));
        String which =
                (hasSpecific ? "every other " : "every ") + (family == IpFamily.IPV4 ? "IPv4" : "IPv6") + " address";
        return new Answer(which, choice.sockets(), choice.isCertain());
    }

    private static List<ListeningSocket> matching(List<ListeningSocket> sockets, Predicate<ListeningSocket> which) {
        return sockets.stream().filter(which).toList();
    }

    private static boolean isMulticast(ListeningSocket socket) {
        return socket.bind().address().addressClass() == AddressClass.MULTICAST;
    }

    /** R1.38 and R1.39. Which option allowed it, the kernel does not tell; different users rule one out. */
    private static String meaning(List<ListeningSocket> same) {
        String count =
                same.size() + " sockets are bound to " + same.get(0).bind().text();
        if (same.get(0).protocol() == Protocol.TCP) {
            return count + " (SO_REUSEPORT): the kernel spreads connections among them. "
                    + "Where one of them does not accept, its share of the connections hangs.";
        } else if (isMulticast(same.get(0))) {
            return count + ", a group: each of them gets a copy.";
        }
        boolean sameUser =
                same.stream().map(socket -> socket.owner().user()).distinct().count() == 1;
        return count + ". "
                + (sameUser
                        ? "Either they share what comes (SO_REUSEPORT), or the one that was bound last gets all of it and the "
                                + "others nothing (SO_REUSEADDR): the kernel does not tell which."
                        : "Of different users, they cannot share: the one that was bound last gets what comes, the others "
                                + "nothing (SO_REUSEADDR).")
                + " What is sent to a group reaches all of them.";
    }

    /** Whether another one is bound to the very address that {@code socket} is bound to. */
    boolean isSameBind(ListeningSocket socket) {
        return besides(socket).stream().map(Bind::of).anyMatch(Bind.of(socket)::equals);
    }

    /** How many different programs hold them; sockets whose owner is hidden count as one. */
    long holders() {
        return sockets.stream().map(ListeningSocket::holder).distinct().count();
    }

    /** The sockets beside {@code socket}. */
    List<ListeningSocket> besides(ListeningSocket socket) {
        return matching(sockets, other -> !other.id().equals(socket.id()));
    }
}
