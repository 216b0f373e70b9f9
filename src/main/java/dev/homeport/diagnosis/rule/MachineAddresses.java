package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.question.From;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where others meet this machine, for a client that asked for something else. */
record MachineAddresses(Examination examined, FromContainerRules containers) {

    private static final int MOST = 3;

    /** {@code 192.168.1.5:3000}, the nearest first; none where this machine is met nowhere. */
    List<String> all() {
        int port = examined.target().port();
        if (examined.question().from() != From.CONTAINER) {
            return own().map(address -> address.urlText() + ":" + port)
                    .limit(MOST)
                    .toList();
        }
        List<Endpoint> doors = containers.doors();
        return doors.isEmpty()
                ? List.of("host.containers.internal:" + port, "host.docker.internal:" + port)
                : doors.stream().map(Endpoint::text).limit(MOST).toList();
    }

    private Stream<IpAddress> own() {
        return links().filter(one -> !one.isLoopback() && one.isUp())
                .flatMap(one -> one.addresses().stream())
                .filter(own -> own.scope() == BindScope.ADDRESS)
                .map(own -> own.address());
    }

    private Stream<Interface> links() {
        Optional<Interfaces> known = examined.situation().interfaces().latest();
        return known.stream().flatMap(all -> all.interfaces().stream());
    }

    /** Whether it is an address of a network of containers, which other computers do not get to. */
    boolean isOfContainers(IpAddress address) {
        return links().flatMap(one -> one.addresses().stream())
                .anyMatch(own -> own.address().equals(address) && own.scope() == BindScope.CONTAINERS);
    }
}
