package dev.homeport.diagnosis.rule;

import dev.homeport.addresses.AddressMap;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.question.From;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;

/** Whether what listens lets in who comes from a container, or from another computer (DOMAIN R1.30, R8.6). */
record OpenToOthers(Examination examined, FromContainerRules containers) {

    /** Whether one of these sockets does. */
    boolean isOpen(List<ListeningSocket> waiting) {
        boolean isContainer = examined.question().from() == From.CONTAINER;
        Optional<Boolean> seen = isContainer ? containers.isReached() : Optional.empty();
        Optional<Interfaces> links = examined.situation().interfaces().latest();
        Optional<ListeningSockets> all = examined.situation().sockets().latest();
        if (seen.isPresent() || links.isEmpty() || all.isEmpty()) {
            return seen.orElse(false);
        }
        if (isContainer) {
            return waiting.stream()
                    .anyMatch(socket -> socket.reach() != BindScope.LOOPBACK && socket.reach() != BindScope.FOREIGN);
        }
        AddressMap map =
                AddressMap.of(links.get(), examined.on(examined.target().protocol()));
        return waiting.stream().anyMatch(socket -> map.isReachableFromElsewhere(socket, links.get()));
    }
}
