package dev.homeport.namespaces.side;

import static dev.homeport.namespaces.side.JsonValue.each;
import static dev.homeport.namespaces.side.JsonValue.instant;
import static dev.homeport.namespaces.side.JsonValue.text;

import dev.homeport.platform.Container;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private static final List<String> PARTS = List.of("vantage", "sockets", "addresses", "hosts");
    /** What a state says it is. */
    public static final String FORMAT = "homeport-state";

    public static final int VERSION = 1;

    /** What becomes of a state in memory is many times its bytes. */
    private static final int MOST_TOKENS = 400_000;

    private static final int DEEPEST = 32;
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
                section(state, "addresses", "interfaces", StateParts::network),
                section(state, "sockets", "sockets", StateParts::listeners),
                each(sockets.path("sockets"))
                        .filter(socket -> StateParts.isRole(socket, "maybe-client"))
                        .count(),
                section(state, "hosts", "entries", StateParts::hosts),
                section(state, "loopbackProofs", "proofs", StateParts::proofs),
                section(state, "latency", "targets", StateParts::speeds));
    }

    private static JsonNode tree(byte[] json) throws NoStateException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new NoStateException("This is not JSON, or not such as Homeport writes.", e);
        }
    }

    private static JsonNode read(byte[] json) throws NoStateException {
        JsonNode state = tree(json);
        if (!state.path("format").asString("").equals(FORMAT)) {
            throw new NoStateException("This is JSON, but not what GET /api/state of a Homeport answers.", null);
        } else if (state.path("version").asInt(0) != VERSION) {
            throw new NoStateException(
                    "This is a state of version " + text(state.path("version")) + "; this Homeport knows version "
                            + VERSION + ".",
                    null);
        }
        if (PARTS.stream().noneMatch(part -> state.path(part).isObject())) {
            throw new NoStateException("This is a state in which nothing is told.", null);
        }
        return state;
    }

    /**
     * A part whose reading was missing there is not known here, nor is one that makes no sense.
     *
     * @param rows its member that has what is to be read
     */
    private static <T> Known<T> section(JsonNode state, String name, String rows, Function<JsonNode, T> parser) {
        JsonNode part = state.path(name);
        if (!part.isObject()) {
            return Known.not("The state has no " + name + ".");
        }
        boolean wasMissing = part.path("reading").asString("").equals("missing")
                || !part.path(rows).isArray();
        return wasMissing
                ? Known.not(Optional.ofNullable(text(part.path("reason"))).orElse("It was not known there."))
                : Known.of(parser.apply(part));
    }

    private static @Nullable LoopbackMark mark(@Nullable String word, @Nullable String life) {
        return word == null ? null : new LoopbackMark(word, life);
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
                mark(text(state.path("loopback")), text(state.path("loopbackLife"))),
                List.of("It says so itself."));
    }
}
