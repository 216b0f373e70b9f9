package dev.homeport.diagnosis;

import dev.homeport.addresses.CurrentMap;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody in a container, or on another computer, reaches of this machine: by bind addresses, since nothing can be tried
 * from there (DOMAIN R1.30, R8.6, R8.7).
 */
final class FromElsewhereRules {

    private final Examination examined;
    private final Target target;

    FromElsewhereRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    Cause cause() {
        List<ListeningSocket> waiting = examined.onPort();
        IpAddress address = target.address();
        boolean isOwnLoopback = address == null ? isLocalhost() : address.isLoopback() || address.isUnspecified();
        if (isOwnLoopback) {
            return theirOwn(waiting);
        } else if (waiting.isEmpty()) {
            return new Cause(
                    CauseCode.NOTHING_LISTENS,
                    Confidence.HIGH,
                    "Nothing listens on port " + target.port()
                            + " of this machine, so nobody reaches it from anywhere.",
                    List.of(SocketText.none(target, "R9.2")),
                    Remedy.text("Start the server first; then look again."),
                    null);
        }
        return isOpen(waiting) ? open(waiting) : closed(waiting);
    }

    private boolean isLocalhost() {
        String name = String.valueOf(target.name());
        return name.equals(Target.LOCALHOST) || name.endsWith("." + Target.LOCALHOST);
    }

    /** 127.0.0.1 is everybody's own: the most repeated confusion. */
    private Cause theirOwn(List<ListeningSocket> waiting) {
        boolean isContainer = examined.question().from() == From.CONTAINER;
        String there = isContainer ? "In a container" : "On another computer";
        String other = isContainer
                ? "host.containers.internal (podman) or host.docker.internal (Docker; on Linux with "
                        + "--add-host host.docker.internal:host-gateway)"
                : "one of this machine’s addresses (the page Addresses has them)";
        String bind = !waiting.isEmpty() && isOpen(waiting)
                ? ""
                : " And let the server listen on more than loopback, with care for who else reaches it then.";
        return new Cause(
                CauseCode.OTHER_NAMESPACE,
                Confidence.HIGH,
                there + ", " + target.host() + " is that " + (isContainer ? "container" : "computer")
                        + " itself and never this machine.",
                waiting.isEmpty() ? List.of(SocketText.none(target, "R8.7")) : SocketText.evidence(waiting, "R8.7"),
                Remedy.text("Connect to " + other + " instead, port " + target.port() + "." + bind),
                null);
    }

    private boolean isOpen(List<ListeningSocket> waiting) {
        Optional<Interfaces> links = examined.situation().interfaces().latest();
        Optional<ListeningSockets> all = examined.situation().sockets().latest();
        if (links.isEmpty() || all.isEmpty()) {
            return false;
        }
        Predicate<ListeningSocket> isReachable = examined.question().from() == From.CONTAINER
                ? socket -> socket.reach() != BindScope.LOOPBACK && socket.reach() != BindScope.FOREIGN
                : new CurrentMap().reachability(links.get(), all.get());
        return waiting.stream().anyMatch(isReachable);
    }

    private Cause open(List<ListeningSocket> waiting) {
        String addresses = examined.situation().interfaces().latest().stream()
                .flatMap(known -> known.interfaces().stream())
                .filter(one -> !one.isLoopback() && one.isUp())
                .flatMap((Interface one) -> one.addresses().stream())
                .filter(own -> own.scope() == BindScope.ADDRESS)
                .map(own -> own.address().urlText() + ":" + target.port())
                .limit(3)
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
        return new Cause(
                CauseCode.REACHABLE,
                Confidence.MEDIUM,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting)
                        + ", which lets others in, as far as no firewall forbids it. Addresses of this machine: "
                        + addresses + ".",
                SocketText.evidence(waiting, "R1.30"),
                null,
                "Try it from there: a firewall’s rules are not read here.");
    }

    private Cause closed(List<ListeningSocket> waiting) {
        return new Cause(
                CauseCode.OTHER_ADDRESS_ONLY,
                Confidence.HIGH,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting)
                        + " alone, which only programs on this machine reach.",
                SocketText.evidence(waiting, "R1.30"),
                BindAdvice.everywhere(waiting.get(0), target),
                null);
    }
}
