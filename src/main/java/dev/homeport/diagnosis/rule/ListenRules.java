package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.localhost.Client;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a server could listen there: bind(2)'s EADDRINUSE, EACCES and EADDRNOTAVAIL (DOMAIN R1.28, R1.36, R1.43). */
public final class ListenRules {

    private final Examination examined;
    private final Target target;

    public ListenRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        new HolderRules(examined).cause().ifPresent(causes::add);
        privileged().ifPresent(causes::add);
        notAvailable().ifPresent(causes::add);
        return causes;
    }

    /** What may keep a port that seems to be free: Homeport cannot read the ranges that Windows sets apart (R1.43). */
    public Optional<Cause> excludedPerhaps() {
        return examined.situation().os() == OsFamily.WINDOWS
                ? Optional.of(new Cause(
                        CauseCode.PORT_EXCLUDED_WINDOWS,
                        Confidence.LOW,
                        "If a server gets “access forbidden” (10013) there all the same, Windows has set the port apart, for "
                                + "Hyper-V or WSL.",
                        List.of(SocketText.none(target, "R1.43")),
                        new Remedy(
                                List.of("net stop winnat", "net start winnat"),
                                "let Windows choose its ranges anew; or take another port",
                                "Containers and WSL lose their connections."),
                        "netsh int ipv4 show excludedportrange protocol="
                                + target.protocol().text()))
                : Optional.empty();
    }

    private Optional<Cause> privileged() {
        return examined.situation()
                .unprivilegedFrom()
                .filter(first -> target.port() < first)
                .map(first -> new Cause(
                        CauseCode.PRIVILEGED_PORT,
                        Confidence.HIGH,
                        "Ports below " + first
                                + " are for root and for programs with CAP_NET_BIND_SERVICE: others get EACCES on "
                                + "port " + target.port() + ".",
                        List.of(new Observation(
                                "net.ipv4.ip_unprivileged_port_start = " + first, "/proc/sys/net/ipv4", "R1.43")),
                        Remedy.command(
                                "sudo sysctl -w net.ipv4.ip_unprivileged_port_start=" + target.port(),
                                "lets everybody on this machine listen from port " + target.port() + " on",
                                "All users may then take these ports; a port above " + (first - 1) + " needs nothing."),
                        null));
    }

    private Optional<Cause> notAvailable() {
        boolean isKnown = examined.situation().interfaces().latest().isPresent();
        return isKnown
                ? wanted().filter(address -> !examined.at(address).isThere()).flatMap(this::missing)
                : Optional.empty();
    }

    /** The one address that is asked for, if it is one: a name is the first that it means. */
    private Optional<IpAddress> wanted() {
        IpAddress literal = target.address();
        return literal == null
                ? examined.meant(Client.NATIVE).stream()
                        .map(Destination::address)
                        .findFirst()
                : Optional.of(literal.unmapped()).filter(address -> !address.isUnspecified());
    }

    private Optional<Cause> missing(IpAddress wanted) {
        boolean isIpv6Loopback = wanted.equals(IpAddress.IPV6_LOOPBACK);
        boolean isRouted = wanted.unmapped().isLoopback() && !isIpv6Loopback;
        if (isRouted || wanted.addressClass() == AddressClass.MULTICAST) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                isIpv6Loopback ? CauseCode.LO_NO_IPV6 : CauseCode.FOREIGN_ADDRESS,
                Confidence.HIGH,
                "No interface of this machine has " + wanted.text() + ": a server gets EADDRNOTAVAIL there.",
                List.of(new Observation("no interface has " + wanted.text(), "interfaces", "R1.36")),
                Remedy.text("Listen on one of this machine’s own addresses; the page Addresses has them."),
                null));
    }
}
