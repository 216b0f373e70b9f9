package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.From;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in a container, or on another computer, reaches of this machine: by bind addresses and routes, since nothing
 * can be tried from there (DOMAIN R1.30, R8.6, R8.7).
 */
public final class FromElsewhereRules {

    private final Examination examined;
    private final Target target;
    private final FromContainerRules containers;
    private final MachineAddresses addresses;
    private final boolean isContainer;

    public FromElsewhereRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
        this.isContainer = examined.question().from() == From.CONTAINER;
        this.containers = new FromContainerRules(target, examined.situation().views());
        this.addresses = new MachineAddresses(examined, containers);
    }

    /** The likeliest first. */
    public List<Cause> causes() {
        Cause first = cause();
        boolean isNobody =
                first.code() == CauseCode.OTHER_NAMESPACE && examined.onPort().isEmpty();
        return isNobody ? List.of(first, nobody()) : List.of(first);
    }

    /** A command for a terminal over there. */
    public String verification() {
        IpAddress address = target.address();
        boolean isOwnLoopback = address == null || address.isLoopback() || address.isUnspecified();
        String at = isOwnLoopback
                ? addresses.all().stream().findFirst().orElse("ADDRESS-OF-THIS-MACHINE:" + target.port())
                : target.text();
        return target.protocol() == Protocol.UDP
                ? "nc -vzu " + at.replace(":" + target.port(), " " + target.port())
                : "curl -v http://" + at + "/";
    }

    private Cause cause() {
        List<ListeningSocket> waiting = examined.onPort();
        IpAddress address = target.address();
        boolean isOwnLoopback =
                address == null ? target.isLocalhost() : address.isLoopback() || address.isUnspecified();
        if (isOwnLoopback) {
            return new OwnLoopbackRules(examined, containers).cause(waiting);
        }
        boolean isOfMachine = isContainer && FromContainerRules.isNameOfThisMachine(target);
        Optional<Cause> unclear = isOfMachine
                ? Optional.empty()
                : new MeaningRules(examined).causes().stream().findFirst();
        if (unclear.isPresent()) {
            return unclear.get();
        } else if (waiting.isEmpty()) {
            return nobody();
        }
        List<ListeningSocket> answering =
                address == null ? waiting : examined.at(address.unmapped()).sockets();
        if (answering.isEmpty()) {
            return atAnother(waiting, String.valueOf(address == null ? target.host() : address.text()));
        }
        boolean isBehindContainers = !isContainer && address != null && addresses.isOfContainers(address);
        if (isBehindContainers) {
            return atAnother(answering, "an address that other computers get to");
        }
        return new OpenToOthers(examined, containers).isOpen(answering) ? open(answering) : closed(answering);
    }

    private Cause nobody() {
        return new Cause(
                CauseCode.NOTHING_LISTENS,
                Confidence.HIGH,
                "Nothing listens on port " + target.port() + " of this machine, so nobody reaches it from anywhere.",
                List.of(SocketText.none(target, "R9.2")),
                Remedy.text("Start the server first; then look again."),
                null);
    }

    private Cause open(List<ListeningSocket> waiting) {
        String at = String.join(" or ", addresses.all());
        return new Cause(
                CauseCode.REACHABLE,
                Confidence.MEDIUM,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting)
                        + ", which lets others in, as far as no firewall forbids it"
                        + (at.isEmpty() ? "; but this machine has no address on their network." : ": at " + at + "."),
                evidence(waiting),
                null,
                "Try it from there: which rules of a firewall meet what comes from there, is not judged here.");
    }

    private Cause closed(List<ListeningSocket> waiting) {
        boolean isLoopback = waiting.stream().allMatch(socket -> socket.reach() == BindScope.LOOPBACK);
        return new Cause(
                CauseCode.OTHER_ADDRESS_ONLY,
                Confidence.HIGH,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting)
                        + (isLoopback
                                ? " alone, which only programs on this machine reach."
                                : ", which is not where " + (isContainer ? "containers" : "other computers")
                                        + " get to."),
                evidence(waiting),
                remedy(waiting.get(0)),
                null);
    }

    private Cause atAnother(List<ListeningSocket> waiting, String wanted) {
        return new Cause(
                CauseCode.OTHER_ADDRESS_ONLY,
                Confidence.HIGH,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting) + ", not at " + wanted
                        + ".",
                evidence(waiting),
                remedy(waiting.get(0)),
                null);
    }

    private @Nullable Remedy remedy(ListeningSocket socket) {
        return containers
                .remedy()
                .filter(text -> isContainer)
                .map(Remedy::text)
                .orElseGet(() -> BindRemedy.everywhere(socket));
    }

    private List<Observation> evidence(List<ListeningSocket> waiting) {
        List<Observation> evidence = new ArrayList<>(SocketText.evidence(waiting, "R1.30"));
        evidence.addAll(containers.evidence());
        return evidence;
    }
}
