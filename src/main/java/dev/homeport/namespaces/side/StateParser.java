package dev.homeport.namespaces.side;

import dev.homeport.latency.probe.Target;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Container;
import dev.homeport.platform.HostileText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer of {@code GET /api/state}, of this or another Homeport, whoever sent it: what is no state at all is
 * refused, what is wrong in a state is left out, and all text is made fit to show.
 */
public final class StateParser {

    /** A state with thousands of sockets has about this many bytes. */
    public static final int LARGEST = 4 << 20;

    private static final String FORMAT = "homeport-state";
    /** Times that calendars of all time zones know. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /** What becomes of a state in memory is many times its bytes. */
    private static final int MOST_TOKENS = 400_000;

    private static final int MOST_LISTENERS = 10_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 64 << 10;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxDocumentLength(LARGEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build());

    private StateParser() {}

    /**
     * What is no state; the message is a sentence for the user.
     */
    public static final class NoStateException extends Exception {

        private static final long serialVersionUID = 1;

        NoStateException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param id of the side that it becomes
     * @param name what people call it
     * @param method how it is read
     */
    public static Side parse(byte[] json, String id, Kind kind, String name, String method) throws NoStateException {
        JsonNode state = read(json);
        JsonNode vantage = state.path("vantage");
        JsonNode sockets = state.path("sockets");
        return new Side(
                id,
                kind,
                name,
                instant(state.path("takenAt")),
                method,
                text(sockets.path("reason")),
                place(state, vantage),
                section(state, "addresses", StateParser::network),
                section(state, "sockets", StateParser::listeners),
                each(sockets.path("sockets"))
                        .filter(socket -> isRole(socket, "maybe-client"))
                        .count(),
                section(state, "hosts", StateParser::hosts),
                section(state, "loopbackProofs", StateParser::proofs),
                section(state, "latency", StateParser::speeds));
    }

    private static JsonNode read(byte[] json) throws NoStateException {
        JsonNode state;
        try {
            state = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new NoStateException("This is not JSON, or not such as Homeport writes.", e);
        }
        if (!state.path("format").asString("").equals(FORMAT)) {
            throw new NoStateException("This is JSON, but not what GET /api/state of a Homeport answers.", null);
        } else if (state.path("version").asInt(0) != 1) {
            throw new NoStateException(
                    "This is a state of version " + text(state.path("version")) + "; this Homeport knows version 1.",
                    null);
        }
        return state;
    }

    /** A part whose reading was missing there is not known here. */
    private static <T> Known<T> section(JsonNode state, String name, Function<JsonNode, T> parser) {
        JsonNode part = state.path(name);
        if (!part.isObject()) {
            return Known.not("The state has no " + name + ".");
        }
        return part.path("reading").asString("").equals("missing")
                ? Known.not(Optional.ofNullable(text(part.path("reason"))).orElse("It was not known there."))
                : Known.of(parser.apply(part));
    }

    private static Place place(JsonNode state, JsonNode vantage) {
        JsonNode container = vantage.path("container");
        return new Place(
                text(vantage.path("hostname")),
                text(vantage.path("os")),
                container.isObject()
                        ? new Container(
                                        text(container.path("runtime")),
                                        text(container.path("id")),
                                        text(container.path("name")))
                                .label()
                        : null,
                text(vantage.path("namespace")),
                text(state.path("machine")),
                text(state.path("loopback")),
                List.of("It says so itself."));
    }

    private static Network network(JsonNode part) {
        List<Link> links = each(part.path("interfaces"))
                .flatMap(link -> link(link).stream())
                .toList();
        Integer mtu = each(part.path("interfaces"))
                .filter(link -> link.path("loopback").asBoolean(false)
                        && link.path("mtu").isInt())
                .map(link -> link.path("mtu").asInt())
                .findFirst()
                .orElse(null);
        return new Network(
                links,
                mtu,
                each(part.path("gateways"))
                        .flatMap(hop -> address(hop.path("address")).stream())
                        .toList(),
                each(part.path("dns"))
                        .flatMap(server -> Stream.ofNullable(text(server)))
                        .toList());
    }

    private static Optional<Link> link(JsonNode link) {
        return Optional.ofNullable(text(link.path("name")))
                .map(name -> new Link(
                        name,
                        link.path("loopback").asBoolean(false)
                                ? InterfaceKind.LOOPBACK
                                : named(InterfaceKind.values(), InterfaceKind::text, link.path("kind"))
                                        .filter(kind -> kind != InterfaceKind.LOOPBACK)
                                        .orElse(InterfaceKind.OTHER),
                        link.path("up").asBoolean(false),
                        each(link.path("addresses"))
                                .flatMap(own -> own(own).stream())
                                .toList()));
    }

    private static Optional<Link.Own> own(JsonNode own) {
        int prefix = own.path("prefix").asInt(-1);
        return address(own.path("address"))
                .filter(address -> prefix >= 0 && prefix <= address.bytes().length * Byte.SIZE)
                .map(address -> new Link.Own(address, prefix));
    }

    private static List<Listener> listeners(JsonNode part) {
        return each(part.path("sockets"))
                .filter(socket -> isRole(socket, "server"))
                .flatMap(socket -> listener(socket).stream())
                .limit(MOST_LISTENERS)
                .toList();
    }

    private static boolean isRole(JsonNode socket, String role) {
        return socket.path("role").asString("").equals(role);
    }

    private static Optional<Listener> listener(JsonNode socket) {
        Optional<Protocol> protocol = named(Protocol.values(), Protocol::text, socket.path("protocol"));
        Optional<BindScope> scope = named(BindScope.values(), BindScope::text, socket.path("scope"));
        Optional<IpAddress> address = address(socket.path("address"));
        int port = socket.path("port").asInt(0);
        if (protocol.isEmpty() || scope.isEmpty() || address.isEmpty() || port < 1 || port > 0xffff) {
            return Optional.empty();
        }
        return Optional.of(new Listener(
                protocol.get(),
                new Endpoint(address.get(), port),
                scope.get(),
                switch (socket.path("family").asString("")) {
                    case "ipv4", "dual" -> true;
                    case "ipv6" -> false;
                    default -> null;
                },
                text(socket.path("device")),
                text(socket.path("processes").path(0).path("name")),
                text(socket.path("forwarding").path("target"))));
    }

    private static HostsNames hosts(JsonNode part) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        each(part.path("entries")).limit(HostsNames.MOST_ENTRIES).forEach(entry -> {
            String address = text(entry.path("address"));
            if (address != null) {
                each(entry.path("names"))
                        .flatMap(name -> Stream.ofNullable(text(name)))
                        .forEach(name -> names.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                                .add(address));
            }
        });
        boolean whole =
                part.path("total").asInt(0) <= Math.min(part.path("entries").size(), HostsNames.MOST_ENTRIES);
        return new HostsNames(Optional.ofNullable(text(part.path("path"))).orElse("hosts"), names, whole);
    }

    private static List<Proof> proofs(JsonNode part) {
        return each(part.path("proofs"))
                .filter(proof -> text(proof.path("address")) != null && text(proof.path("answer")) != null)
                .map(proof -> new Proof(
                        String.valueOf(text(proof.path("address"))),
                        String.valueOf(text(proof.path("answer"))),
                        Optional.ofNullable(text(proof.path("observed"))).orElse("")))
                .toList();
    }

    private static List<Speed> speeds(JsonNode part) {
        return each(part.path("targets"))
                .flatMap(target -> Stream.ofNullable(text(target.path("id"))).map(id -> speed(id, target)))
                .toList();
    }

    private static Speed speed(String id, JsonNode target) {
        String label = Arrays.stream(Target.values())
                .filter(known -> known.id().equals(id))
                .map(Target::label)
                .findFirst()
                .orElse(id);
        return new Speed(
                id,
                label,
                text(target.path("status")),
                micros(target.path("p50Micros")),
                micros(target.path("p99Micros")),
                text(target.path("reason")));
    }

    private static @Nullable Double micros(JsonNode number) {
        double micros = number.asDouble(-1);
        return number.isNumber() && Double.isFinite(micros) && micros >= 0 ? micros : null;
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    private static Optional<IpAddress> address(JsonNode text) {
        return Optional.ofNullable(text(text)).flatMap(IpAddress::parse);
    }

    private static <E> Optional<E> named(E[] values, Function<E, String> name, JsonNode text) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text(text)))
                .findFirst();
    }

    private static @Nullable Instant instant(JsonNode text) {
        try {
            Instant told = Instant.parse(text.asString(""));
            return told.isAfter(EARLIEST) && told.isBefore(LATEST) ? told : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Null for what is neither text nor a number. */
    private static @Nullable String text(JsonNode node) {
        boolean told = node.isString() || node.isNumber();
        String clean = told ? HostileText.clean(node.asString(""), LONGEST_NAME) : "";
        return clean.isEmpty() ? null : clean;
    }
}
