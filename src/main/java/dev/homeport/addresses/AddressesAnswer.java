package dev.homeport.addresses;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.interfaces.AssignedAddress;
import dev.homeport.interfaces.Gateway;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Setting;
import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.Route;
import dev.homeport.platform.Limit;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/addresses}.
 *
 * @param source where interfaces, addresses and routes were read
 * @param socketsReading how fresh the sockets are that the ids name
 * @param loopbackRoute what makes 127.0.0.1 this machine's, as {@code ip route} writes it; null when nothing does, or
 *     the source does not tell
 * @param dns null when the name servers are not known, which one of the limits explains
 */
record AddressesAnswer(
        @JsonUnwrapped ReadingHead head,
        @Nullable String source,
        ReadingHead socketsReading,
        List<Link> interfaces,
        @Nullable String loopbackRoute,
        List<Row> addresses,
        @Nullable List<String> dns,
        List<Hop> gateways,
        List<Setting> settings,
        List<Limit> limits) {

    /** An interface as JSON; see {@link Interface}. */
    record Link(
            String name,
            int index,
            String kind,
            boolean up,
            String state,
            boolean loopback,
            @Nullable Integer mtu,
            @Nullable String mac,
            @Nullable String master,
            @Nullable String qdisc,
            List<Own> addresses) {

        static Link of(Interface one) {
            return new Link(
                    one.name(),
                    one.index(),
                    one.kind().text(),
                    one.isUp(),
                    one.state().text(),
                    one.isLoopback(),
                    one.mtu(),
                    one.mac(),
                    one.master(),
                    one.queueing(),
                    one.addresses().stream().map(Own::of).toList());
        }
    }

    /** An address of an interface as JSON; see {@link AssignedAddress}. */
    record Own(
            String address,
            int prefix,
            String scope,
            String purpose,
            @Nullable String peer,
            List<String> marks) {

        static Own of(AssignedAddress own) {
            return new Own(
                    own.address().text(),
                    own.prefix(),
                    own.scope().text(),
                    own.purpose(),
                    own.peer() == null ? null : own.peer().text(),
                    own.sortedMarks().stream().map(AddressMark::label).toList());
        }
    }

    /**
     * An address of the machine and who answers there.
     *
     * @param reachable whether what this machine sends there arrives; {@code obstacle} says why not
     * @param sockets ids of the sockets that answer there
     * @param uncertain those of them of which the kernel does not tell whether they or others on the same port do
     */
    record Row(
            String address,
            @JsonProperty("interface") String interfaceName,
            String scope,
            boolean assigned,
            boolean reachable,
            @Nullable String obstacle,
            List<String> sockets,
            List<String> uncertain) {

        static Row of(AddressMap map, LocalAddress one) {
            return new Row(
                    one.address().text(),
                    one.interfaceName(),
                    one.scope().text(),
                    one.isAssigned(),
                    one.obstacle() == null,
                    one.obstacle(),
                    ids(map.cellsAt(one).stream().filter(Cell::isAnswered)),
                    ids(map.cellsAt(one).stream().filter(cell -> cell.isAnswered() && !cell.isCertain())));
        }

        private static List<String> ids(Stream<Cell> cells) {
            return cells.flatMap(cell -> cell.sockets().stream())
                    .map(ListeningSocket::id)
                    .toList();
        }
    }

    /** A gateway as JSON; see {@link Gateway}. */
    record Hop(
            String family,
            @Nullable String address,
            @JsonProperty("interface") @Nullable String interfaceName) {

        static Hop of(Gateway gateway) {
            return new Hop(
                    gateway.family().text(),
                    gateway.address() == null ? null : gateway.address().text(),
                    gateway.interfaceName());
        }
    }

    static AddressesAnswer of(Machine machine) {
        ReadingHead head = ReadingHead.of(machine.interfaces().reading());
        ReadingHead socketsHead = ReadingHead.of(machine.sockets().reading());
        return machine.knownInterfaces()
                .map(known -> new AddressesAnswer(
                        head,
                        known.source(),
                        socketsHead,
                        known.interfaces().stream().map(Link::of).toList(),
                        known.loopbackRoute().map(Route::text).orElse(null),
                        machine.map().addresses().stream()
                                .map(one -> Row.of(machine.map(), one))
                                .toList(),
                        known.dns().servers(),
                        known.gateways().stream().map(Hop::of).toList(),
                        known.settings().all(),
                        Stream.concat(
                                        known.limits().stream(),
                                        Stream.ofNullable(known.dns().limit()))
                                .toList()))
                .orElseGet(() -> new AddressesAnswer(
                        head,
                        null,
                        socketsHead,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
