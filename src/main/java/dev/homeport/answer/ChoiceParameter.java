package dev.homeport.answer;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request parameter that is one of a few words. */
public final class ChoiceParameter {

    private ChoiceParameter() {}

    /**
     * The one that was named; empty where none was.
     *
     * @param word how each is named
     * @throws BadParameter when it is none of them
     */
    public static <T> Optional<T> parse(String parameter, @Nullable String given, T[] all, Function<T, String> word) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(all)
                .filter(one -> word.apply(one).equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> new BadParameter(parameter, given, "one of " + words(all, word))));
    }

    /** All of them, for people: {@code loopback, all}. */
    public static <T> String words(T[] all, Function<T, String> word) {
        return Arrays.stream(all).map(word).collect(Collectors.joining(", "));
    }
}
