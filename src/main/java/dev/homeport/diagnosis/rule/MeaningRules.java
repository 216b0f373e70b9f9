package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.hosts.lint.FileEdit;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.net.SpecialNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be said of the name or address itself (DOMAIN R9.1, steps 1 and 2; R9.3). */
final class MeaningRules {

    private static final String FILE = "hosts file and resolver settings";

    private final Examination examined;

    MeaningRules(Examination examined) {
        this.examined = examined;
    }

    List<Cause> causes() {
        if (examined.target().address() != null) {
            return foreignAddress().stream().toList();
        } else if (examined.situation().hosts().isEmpty()) {
            return List.of();
        }
        List<IpAddress> meant =
                examined.meant(Client.NATIVE).stream().map(Destination::address).toList();
        Optional<Cause> broken = new HostsRules(examined).cause();
        if (broken.isPresent()) {
            return List.of(broken.get());
        } else if (examined.destinations().isEmpty()) {
            return List.of(unresolved());
        } else if (meant.isEmpty()) {
            return List.of(partlyUnresolved());
        }
        return elsewhere(meant).stream().toList();
    }

    private Optional<Cause> foreignAddress() {
        Destination only = examined.at(examined.destinations().get(0).address());
        if (only.isOurs() || examined.situation().interfaces().latest().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                CauseCode.FOREIGN_ADDRESS,
                Confidence.HIGH,
                only.address().text()
                        + " is no address of this machine: what answers there, if anything does, is another one. "
                        + "Homeport sends nothing there.",
                List.of(new Observation(
                        "no interface has " + only.address().text(), "interfaces and local routes", "R9.3")),
                Remedy.text("If this machine is meant, use 127.0.0.1, or one of its own addresses."),
                null));
    }

    private Cause unresolved() {
        String name = examined.target().host();
        return new Cause(
                CauseCode.NAME_UNRESOLVED,
                Confidence.MEDIUM,
                "The hosts file gives " + name + " no address. Whether a name server does, was not asked.",
                List.of(new Observation("no line for " + name, FILE, "R3.2")),
                addition("127.0.0.1 " + name, "makes the name this machine, for all programs on it"),
                examined.commands().lookUp(name));
    }

    private Cause partlyUnresolved() {
        String name = examined.target().host();
        return new Cause(
                CauseCode.NAME_UNRESOLVED,
                Confidence.HIGH,
                "This system’s resolver does not know " + name
                        + "; browsers and curl know it by heart, other programs do not.",
                List.of(new Observation("no line for " + name, FILE, "R3.2")),
                addition("127.0.0.1 " + name, "adds the line that is missing"),
                null);
    }

    /** A line in the file hides a site of that name on the internet: only what cannot be one is worth a command. */
    private @Nullable Remedy addition(String line, String note) {
        String name = examined.target().host();
        boolean isPublic = name.indexOf('.') >= 0 && !SpecialNames.isNobodys(name);
        return isPublic
                ? Remedy.text("If this machine is meant, a line in the hosts file makes it so: " + line
                        + ". Programs on this machine do not find a site of that name any more then.")
                : examined.situation()
                        .hosts()
                        .map(judged -> new FileEdit(judged.hosts()).append(line, note))
                        .map(HostsRules::remedy)
                        .orElse(null);
    }

    private Optional<Cause> elsewhere(List<IpAddress> meant) {
        List<IpAddress> foreign = examined.meant(Client.NATIVE).stream()
                .filter(destination -> !destination.isOurs())
                .map(Destination::address)
                .toList();
        boolean isFirst = !foreign.isEmpty() && foreign.get(0).equals(meant.get(0));
        if (!isFirst || examined.situation().interfaces().latest().isEmpty()) {
            return Optional.empty();
        }
        String name = examined.target().host();
        String addresses = foreign.stream().map(IpAddress::text).collect(Collectors.joining(", "));
        return Optional.of(new Cause(
                examined.target().isLocalhost() ? CauseCode.NAME_NOT_LOOPBACK : CauseCode.FOREIGN_ADDRESS,
                Confidence.HIGH,
                name + " is " + addresses + " here" + (foreign.size() < meant.size() ? " first" : "")
                        + ", which is not this machine. Homeport sends nothing there.",
                List.of(new Observation(name + " is " + addresses, FILE, "R3.2")),
                Remedy.text(
                        examined.target().isLocalhost()
                                ? "Give localhost its usual lines in the hosts file: 127.0.0.1 localhost and ::1 localhost."
                                : "If this machine is meant, use localhost, or give the name 127.0.0.1 in the hosts file."),
                null));
    }
}
