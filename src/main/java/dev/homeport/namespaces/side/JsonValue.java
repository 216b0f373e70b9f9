package dev.homeport.namespaces.side;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values of JSON that others wrote: what is of another kind, or makes no sense, is not there. */
final class JsonValue {

    private static final int LONGEST = 255;

    /** Times that calendars of all time zones know. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private JsonValue() {}

    static @Nullable Double micros(JsonNode number) {
        double micros = number.asDouble(-1);
        return number.isNumber() && Double.isFinite(micros) && micros >= 0 ? micros : null;
    }

    static Stream<JsonNode> each(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    static Optional<IpAddress> address(JsonNode text) {
        return Optional.ofNullable(text(text)).flatMap(IpAddress::parse);
    }

    static <E> Optional<E> named(E[] values, Function<E, String> name, JsonNode text) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text(text)))
                .findFirst();
    }

    static @Nullable Instant instant(JsonNode text) {
        try {
            Instant told = Instant.parse(text.asString(""));
            return told.isAfter(EARLIEST) && told.isBefore(LATEST) ? told : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Null for what is neither text nor a number. */
    static @Nullable String text(JsonNode node) {
        boolean told = node.isString() || node.isNumber();
        String clean = told ? HostileText.clean(node.asString(""), LONGEST) : "";
        return clean.isEmpty() ? null : clean;
    }
}
