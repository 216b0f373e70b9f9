package dev.homeport.health.names;

import dev.homeport.net.IpAddress;
import dev.homeport.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Saved readings of what names lead to. */
public final class Answers {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Answers() {}

    /** Nobody wants to know any. */
    public static Reading<Names> none() {
        return fresh(new Names(Map.of()));
    }

    /** @param answer addresses, {@code !words} of one who does not find the name, or {@code ?words} of no answer */
    public static Reading<Names> of(String name, String answer) {
        return fresh(new Names(Map.of(name, answer(answer))));
    }

    private static NameAnswer answer(String answer) {
        return switch (answer.charAt(0)) {
            case '!' -> NameAnswer.failed(answer.substring(1), NOON);
            case '?' -> NameAnswer.unanswered(answer.substring(1), NOON);
            default ->
                NameAnswer.found(
                        Stream.of(answer.split(" "))
                                .map(text -> IpAddress.parse(text).orElseThrow())
                                .toList(),
                        NOON);
        };
    }

    private static Reading<Names> fresh(Names names) {
        return new Reading.Fresh<>(names, NOON, Duration.ofMillis(1));
    }
}
