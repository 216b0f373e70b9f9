package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Takes the last readings together: those of Homeport's own network namespace, or of another one. */
@Component
class CurrentMachine {

    private final EachNamespace<Interfaces> interfaces;
    private final EachNamespace<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final ObjectProvider<Elsewhere<Enclosure>> enclosures;
    private final CurrentMap maps;

    CurrentMachine(
            CachedCollector<Interfaces> interfaces,
            ObjectProvider<Elsewhere<Interfaces>> interfacesElsewhere,
            CachedCollector<ListeningSockets> sockets,
            ObjectProvider<Elsewhere<ListeningSockets>> socketsElsewhere,
            CachedCollector<Vantage> vantage,
            ObjectProvider<Elsewhere<Enclosure>> enclosures,
            CurrentMap maps) {
        this.interfaces = new EachNamespace<>(interfaces::snapshot, interfacesElsewhere);
        this.sockets = new EachNamespace<>(sockets::snapshot, socketsElsewhere);
        this.vantage = vantage;
        this.enclosures = enclosures;
        this.maps = maps;
    }

    /** Homeport's own. */
    Machine now() {
        return machine(interfaces.own(), sockets.own());
    }

    /**
     * @param parameters see {@link EachNamespace#in}
     * @throws BadParameter when it is not in sight
     */
    Machine in(MultiValueMap<String, String> parameters) {
        return machine(interfaces.in(parameters), sockets.in(parameters));
    }

    /** The same for a page: of what is not in sight, nothing is known. */
    Machine in(MultiValueMap<String, String> parameters, HttpServletResponse response) {
        return machine(interfaces.in(parameters, response), sockets.in(parameters, response));
    }

    private Machine machine(Seen<Interfaces> links, Seen<ListeningSockets> listening) {
        Optional<ListeningSockets> all = listening.reading().latest();
        AddressMap map = links.reading()
                .latest()
                .map(known -> all.map(sockets ->
                                links.isElsewhere() ? AddressMap.of(known, sockets.sockets()) : maps.of(known, sockets))
                        .orElseGet(() -> AddressMap.of(known, List.of())))
                .orElse(AddressMap.EMPTY);
        return new Machine(links, listening, links.elsewhere() == null ? own() : enclosure(links.elsewhere()), map);
    }

    private Enclosure own() {
        boolean isInContainer =
                vantage.snapshot().reading().latest().map(Vantage::container).isPresent();
        return isInContainer ? Enclosure.OWN_CONTAINER : Enclosure.NONE;
    }

    /** What has just gone out of sight is called a namespace: of that alone nothing is promised. */
    private Enclosure enclosure(String namespace) {
        try {
            return enclosures.stream()
                    .flatMap(elsewhere -> elsewhere.in(namespace).stream())
                    .findFirst()
                    .flatMap(enclosure -> enclosure.reading().latest())
                    .orElse(Enclosure.NAMESPACE);
        } catch (BadParameter e) {
            return Enclosure.NAMESPACE;
        }
    }
}
