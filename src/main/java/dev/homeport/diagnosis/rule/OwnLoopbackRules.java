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
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.List;

/** That a loopback is everybody's own: who says localhost in a container, or on another computer, means that one (DOMAIN R8.7). */
final class OwnLoopbackRules {

    private final Target target;
    private final FromContainerRules containers;
    private final MachineAddresses addresses;
    private final OpenToOthers open;
    private final boolean isContainer;

    OwnLoopbackRules(Examination examined, FromContainerRules containers) {
        this.target = examined.target();
        this.containers = containers;
        this.addresses = new MachineAddresses(examined, containers);
        this.open = new OpenToOthers(examined, containers);
        this.isContainer = examined.question().from() == From.CONTAINER;
    }

    /** 127.0.0.1 is everybody's own: the most repeated confusion. */
    Cause cause(List<ListeningSocket> waiting) {
        String there = isContainer ? "In a container" : "On another computer";
        boolean isOpen = !waiting.isEmpty() && open.isOpen(waiting);
        List<Observation> evidence = new ArrayList<>(
                waiting.isEmpty() ? List.of(SocketText.none(target, "R8.7")) : SocketText.evidence(waiting, "R8.7"));
        evidence.addAll(containers.evidence());
        List<String> here = addresses.all();
        String text = (here.isEmpty()
                        ? "This machine has no address on a network that other computers are on; give it one first."
                        : "Connect to " + String.join(" or ", here) + " instead"
                                + (isContainer && containers.doors().isEmpty()
                                        ? " (podman and Docker’s names for this machine; on Linux Docker needs --add-host "
                                                + "host.docker.internal:host-gateway)."
                                        : "."))
                + (isOpen || waiting.isEmpty() ? "" : " " + bindElsewhere(waiting.get(0)));
        return new Cause(
                CauseCode.OTHER_NAMESPACE,
                Confidence.HIGH,
                there + ", " + target.host() + " is that " + (isContainer ? "container" : "computer")
                        + " itself and never this machine.",
                evidence,
                new Remedy(
                        List.of(),
                        text,
                        isOpen || waiting.isEmpty() ? "" : "Whoever is on that network reaches it then, too."),
                null);
    }

    private String bindElsewhere(ListeningSocket socket) {
        return containers
                .remedy()
                .filter(text -> isContainer)
                .orElseGet(() -> BindRemedy.everywhere(socket).text());
    }
}
