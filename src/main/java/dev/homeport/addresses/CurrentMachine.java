package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.EachNamespace;
import dev.homeport.answer.Elsewhere;
import dev.homeport.answer.Seen;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Container;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes the last readings together: those of Homeport's own network namespace, or of another one. */
@Component
class CurrentMachine {

    private final EachNamespace<Interfaces> interfaces;
    private final EachNamespace<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final ObjectProvider<Elsewhere<Container>> containers;
    private final CurrentMap maps;

    CurrentMachine(
            CachedCollector<Interfaces> interfaces,
            ObjectProvider<Elsewhere<Interfaces>> interfacesElsewhere,
            CachedCollector<ListeningSockets> sockets,
            ObjectProvider<Elsewhere<ListeningSockets>> socketsElsewhere,
            CachedCollector<Vantage> vantage,
            ObjectProvider<Elsewhere<Container>> containers,
            CurrentMap maps) {
        this.interfaces = new EachNamespace<>(interfaces::snapshot, interfacesElsewhere);
        this.sockets = new EachNamespace<>(sockets::snapshot, socketsElsewhere);
        this.vantage = vantage;
        this.containers = containers;
        this.maps = maps;
    }

    /** Homeport's own. */
    Machine now() {
        return in(null);
    }

    /**
     * @param namespace an id; null or blank for Homeport's own
     * @throws BadParameter when it is not in sight
     */
    Machine in(@Nullable String namespace) {
        return machine(interfaces.in(namespace), sockets.in(namespace));
    }

    /** The same for a page: of what is not in sight, nothing is known. */
    Machine in(@Nullable String namespace, HttpServletResponse response) {
        return machine(interfaces.in(namespace, response), sockets.in(namespace, response));
    }

    private Machine machine(Seen<Interfaces> links, Seen<ListeningSockets> listening) {
        Optional<ListeningSockets> all = listening.reading().latest();
        AddressMap map = links.reading()
                .latest()
                .map(known -> all.map(sockets ->
                                links.isElsewhere() ? AddressMap.of(known, sockets.sockets()) : maps.of(known, sockets))
                        .orElseGet(() -> AddressMap.of(known, List.of())))
                .orElse(AddressMap.EMPTY);
        return new Machine(
                links, listening, (links.elsewhere() == null ? own() : container(links.elsewhere())).orElse(null), map);
    }

    private Optional<Container> own() {
        return vantage.snapshot().reading().latest().map(Vantage::container);
    }

    private Optional<Container> container(String namespace) {
        try {
            return containers.stream()
                    .flatMap(elsewhere -> elsewhere.in(namespace).stream())
                    .findFirst()
                    .flatMap(container -> container.reading().latest());
        } catch (BadParameter e) {
            return Optional.empty();
        }
    }
}
