package dev.homeport.health.expectation;

import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where something should listen. */
sealed interface ExpectedPlace {

    /** What of these is not as it should be, a sentence each; at least one socket listens on the port. */
    List<String> differences(List<ListeningSocket> sockets);

    /** One of these of which that cannot be told; empty when it can of all. */
    default Optional<ListeningSocket> doubtful(List<ListeningSocket> sockets) {
        return Optional.empty();
    }

    /** As in a setting. */
    String text();

    /** Nothing should listen. */
    record Nowhere() implements ExpectedPlace {

        @Override
        public List<String> differences(List<ListeningSocket> sockets) {
            return List.of("Something listens there.");
        }

        @Override
        public String text() {
            return "none";
        }
    }

    /** Something should listen, wherever. */
    record Anywhere() implements ExpectedPlace {

        @Override
        public List<String> differences(List<ListeningSocket> sockets) {
            return List.of();
        }

        @Override
        public String text() {
            return "any";
        }
    }

    /** Something should listen that can be reached so far, and nothing that can be reached further. */
    record Within(BindScope scope) implements ExpectedPlace {

        @Override
        public List<String> differences(List<ListeningSocket> sockets) {
            List<ListeningSocket> wider = sockets.stream()
                    .filter(socket -> ReachScale.isWider(socket.reach(), scope))
                    .toList();
            if (!wider.isEmpty()) {
                return List.of(
                        "It can be reached further than “" + scope.label() + "”: " + ReachScale.words(wider) + ".");
            }
            BindScope widest = ReachScale.widest(sockets).orElse(BindScope.FOREIGN);
            return widest == scope
                    ? List.of()
                    : List.of("It cannot be reached as far as “" + scope.label() + "”: “" + widest.label()
                            + "” is the most.");
        }

        @Override
        public String text() {
            return scope.text();
        }
    }

    /** Something should be bound to each of these, and nothing to any other. */
    record At(List<IpAddress> addresses) implements ExpectedPlace {

        public At {
            addresses = List.copyOf(addresses);
        }

        @Override
        public List<String> differences(List<ListeningSocket> sockets) {
            List<String> differences = new ArrayList<>();
            addresses.stream()
                    .filter(address -> sockets.stream().noneMatch(socket -> isAt(socket, address)))
                    .forEach(address -> differences.add("Nothing is bound to " + address.text() + "."));
            List<ListeningSocket> others = sockets.stream()
                    .filter(socket -> addresses.stream().noneMatch(address -> isAt(socket, address)))
                    .toList();
            if (!others.isEmpty()) {
                differences.add("It listens elsewhere: " + ReachScale.words(others) + ".");
            }
            return differences;
        }

        /** One that may be the wildcard of IPv4 that is looked for, where no other certainly is. */
        @Override
        public Optional<ListeningSocket> doubtful(List<ListeningSocket> sockets) {
            return addresses.stream()
                    .filter(address -> address.family() == IpFamily.IPV4 && address.isUnspecified())
                    .filter(address -> sockets.stream().noneMatch(socket -> isAt(socket, address)))
                    .flatMap(address -> sockets.stream())
                    .filter(socket -> socket.family() == SocketFamily.UNKNOWN)
                    .findFirst();
        }

        /** A wildcard of IPv6 that takes IPv4 is bound to 0.0.0.0 as well (DOMAIN R1.20). */
        private static boolean isAt(ListeningSocket socket, IpAddress address) {
            IpAddress bound = socket.bind().address();
            if (!address.isUnspecified() || !bound.isUnspecified()) {
                return bound.withoutZone().equals(address.withoutZone());
            }
            return address.family() == IpFamily.IPV4
                    ? socket.family().takesIpv4()
                    : socket.family().takesIpv6();
        }

        @Override
        public String text() {
            return String.join(" ", addresses.stream().map(IpAddress::text).toList());
        }
    }
}
