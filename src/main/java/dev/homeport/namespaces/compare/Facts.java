package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The few facts that are put beside each other. */
final class Facts {

    private Facts() {}

    static List<Difference> where(Side left, Side right) {
        return List.of(
                both("Name", left, right, side -> side.place().hostname()),
                both("System", left, right, side -> side.place().os()),
                both("Container", left, right, Facts::container),
                both("Network namespace", left, right, side -> side.place().namespace()),
                both("Addresses", left, right, ofNetwork(Facts::addresses)),
                both("Default gateway", left, right, ofNetwork(network -> texts(network.gateways()))),
                both(
                        "Name servers",
                        left,
                        right,
                        ofNetwork(network -> network.dns() == null ? null : list(network.dns()))));
    }

    static List<Difference> loopback(Side left, Side right) {
        return List.of(
                both("Interface", left, right, ofNetwork(Facts::loopback)),
                both("127.0.0.1 works", left, right, side -> proof(side, IpAddress.IPV4_LOOPBACK)),
                both("::1 works", left, right, side -> proof(side, IpAddress.IPV6_LOOPBACK)),
                both("127.0.0.1", left, right, ofNetwork(network -> has(network, IpAddress.IPV4_LOOPBACK))),
                both("::1", left, right, ofNetwork(network -> has(network, IpAddress.IPV6_LOOPBACK))),
                both(
                        "MTU",
                        left,
                        right,
                        ofNetwork(network -> network.loopbackMtu() == null ? null : network.loopbackMtu() + " bytes")));
    }

    private static Difference both(String subject, Side left, Side right, Function<Side, @Nullable String> fact) {
        return new Difference(subject, fact.apply(left), fact.apply(right));
    }

    private static Function<Side, @Nullable String> ofNetwork(Function<Network, @Nullable String> fact) {
        return side -> side.network().value() == null
                ? null
                : fact.apply(side.network().value());
    }

    /** Whoever tells nothing of himself may be in one. */
    private static @Nullable String container(Side side) {
        boolean isTold = side.kind().isOfThisMachine() || side.place().hostname() != null;
        return side.place().container() == null && isTold
                ? "none"
                : side.place().container();
    }

    private static String loopback(Network network) {
        return network.loopback()
                .map(link -> link.name() + (link.isUp() ? " is up" : " is down"))
                .orElse("there is none");
    }

    private static @Nullable String proof(Side side, IpAddress address) {
        return side.proofs().get().orElse(List.of()).stream()
                .filter(proof -> proof.address().equals(address.text()))
                .map(Proof::text)
                .findFirst()
                .orElse(null);
    }

    private static String has(Network network, IpAddress address) {
        return network.loopbackHas(address) ? "present" : "absent";
    }

    private static String addresses(Network network) {
        return list(network.ways().stream()
                .flatMap(link -> link.addresses().stream()
                        .filter(own -> own.address().addressClass() != AddressClass.LINK_LOCAL)
                        .map(own -> own.text() + " " + link.name()))
                .toList());
    }

    private static String texts(List<IpAddress> addresses) {
        return list(addresses.stream().map(IpAddress::text).toList());
    }

    private static String list(List<String> all) {
        return all.isEmpty() ? "—" : String.join(", ", all);
    }
}
