package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.interfaces.source.Route;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route that forbids what it should take for this machine's own (DOMAIN R5.4; R5.40, rows 8 to 10). */
final class RouteRules {

    private final Examination examined;

    RouteRules(Examination examined) {
        this.examined = examined;
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .flatMap(
                        destination -> obstacle(examined, destination).map(route -> cause(destination, route)).stream())
                .toList();
    }

    /** Of the routes that hold for an address the narrowest decides, in the table that is asked first. */
    static Optional<Route> obstacle(Examination examined, Destination destination) {
        return examined.situation()
                .interfaces()
                .latest()
                .flatMap(known -> known.localRoute(destination.address().withoutZone()))
                .filter(route -> switch (route.type()) {
                    case BLACKHOLE, UNREACHABLE, PROHIBIT -> true;
                    default -> false;
                });
    }

    private Cause cause(Destination destination, Route route) {
        List<Observation> evidence = new ArrayList<>();
        evidence.add(new Observation(route.text() + " table local", "routes of the kernel", "R5.4"));
        evidence.addAll(TrialText.evidence(destination, examined.target()));
        return new Cause(
                CauseCode.LOCAL_ROUTE_ALTERED,
                Confidence.HIGH,
                "A route (" + route.text() + ") takes " + destination.address().text()
                        + " away from this machine: every connection there fails, whoever listens.",
                evidence,
                remedy(route),
                null);
    }

    private Remedy remedy(Route route) {
        String six = route.family() == IpFamily.IPV6 ? "-6 " : "";
        return examined.situation().os() == OsFamily.LINUX
                ? Remedy.command(
                        "sudo ip " + six + "route del " + route.text() + " table local",
                        "takes the route out; the address is this machine’s own again",
                        "Whoever put the route there wanted to keep programs from that address.")
                : Remedy.text("Take the route out.");
    }
}
