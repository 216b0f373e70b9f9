package dev.homeport.health.names;

import dev.homeport.net.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the system's resolver makes of a name.
 *
 * @param addresses in its order, mapped ones as the IPv4 that they are, none twice; empty when it found none
 * @param failure why it found none, in its own words; null when it found some
 * @param isKnown whether it has answered at all; one that did not may know the name all the same
 * @param since when it first said so
 */
public record NameAnswer(
        List<IpAddress> addresses, @Nullable String failure, boolean isKnown, Instant since) {

    public NameAnswer {
        addresses = List.copyOf(addresses);
    }

    static NameAnswer found(List<IpAddress> addresses, Instant now) {
        return new NameAnswer(
                addresses.stream().map(IpAddress::unmapped).distinct().toList(), null, true, now);
    }

    static NameAnswer failed(String words, Instant now) {
        return new NameAnswer(List.of(), words, true, now);
    }

    static NameAnswer unanswered(String words, Instant now) {
        return new NameAnswer(List.of(), words, false, now);
    }

    /** The same, since {@code before} was, if that says no other thing. */
    NameAnswer after(@Nullable NameAnswer before) {
        NameAnswer asBefore = before == null ? this : new NameAnswer(addresses, failure, isKnown, before.since);
        return asBefore.equals(before) ? asBefore : this;
    }

    /** {@code ::1 127.0.0.1}, or why there is none. */
    public String text() {
        return failure == null
                ? String.join(" ", addresses.stream().map(IpAddress::text).toList())
                : failure;
    }
}
