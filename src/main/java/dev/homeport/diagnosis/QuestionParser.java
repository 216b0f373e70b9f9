package dev.homeport.diagnosis;

import dev.homeport.answer.BadParameter;
import dev.homeport.net.PortNames;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a question from the parameters {@code target}, {@code from} and {@code for}. */
final class QuestionParser {

    static final String TARGET = "target";
    static final String FROM = "from";
    static final String PURPOSE = "for";

    private static final TargetParser TARGETS = new TargetParser(PortNames.iana());

    private QuestionParser() {}

    /** @throws BadParameter naming the parameter that makes no sense */
    static Question parse(MultiValueMap<String, String> parameters) {
        return new Question(
                TARGETS.parse(parameters.getFirst(TARGET)),
                named(FROM, From.values(), From::text, parameters.getFirst(FROM), From.HERE),
                named(PURPOSE, Purpose.values(), Purpose::text, parameters.getFirst(PURPOSE), Purpose.REACH));
    }

    private static <T> T named(
            String parameter, T[] values, Function<T, String> text, @Nullable String given, T otherwise) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(value -> text.apply(value).equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        parameter,
                        given,
                        "one of " + Arrays.stream(values).map(text).collect(Collectors.joining(", "))));
    }
}
