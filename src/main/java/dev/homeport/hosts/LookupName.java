package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameter {@code name}: what a resolver may be asked for. Resolvers take more than names may be: so is it here. */
final class LookupName {

    private static final int LONGEST = 255;

    private LookupName() {}

    /**
     * Null when none is given.
     *
     * @throws BadParameter when nobody could ask for it
     */
    static @Nullable String parse(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String name = given.strip();
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && name.codePoints().noneMatch(LookupName::isUnfit);
        if (!fits) {
            throw bad(given);
        }
        return name;
    }

    /** @throws BadParameter when there is none, too, or more than one */
    static String required(@Nullable List<String> given) {
        String name = given == null || given.size() != 1 ? null : parse(given.get(0));
        if (name == null) {
            throw bad(given == null ? "" : String.join(", ", given));
        }
        return name;
    }

    private static boolean isUnfit(int point) {
        return Character.isWhitespace(point)
                || Character.isISOControl(point)
                || point == '#'
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
    }

    private static BadParameter bad(String given) {
        return new BadParameter("name", given, "one host's name of up to 255 bytes, without blanks and #");
    }
}
