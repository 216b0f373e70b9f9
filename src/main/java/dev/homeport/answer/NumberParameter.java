package dev.homeport.answer;

import org.jspecify.annotations.Nullable;

/** A request parameter that is a number within bounds. */
public final class NumberParameter {

    private NumberParameter() {}

    /**
     * The number that was given, or the usual one where none was.
     *
     * @throws BadParameter when it is no number from {@code least} to {@code most}
     */
    public static int parse(String parameter, @Nullable String given, int usual, int least, int most) {
        return parse(parameter, given, "a number", usual, least, most);
    }

    /** @param what it is a number of, for whoever gave something else */
    static int parse(String parameter, @Nullable String given, String what, int usual, int least, int most) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        if (given.matches("\\d{1,10}")) {
            long number = Long.parseLong(given);
            if (least <= number && number <= most) {
                return (int) number;
            }
        }
        throw new BadParameter(parameter, given, what + " from " + least + " to " + most);
    }
}
