package dev.homeport.net;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a port, as people write it. */
public final class PortNumber {

    private static final int LAST = 0xffff;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private PortNumber() {}

    /** Empty for what is no number from 1 to 65535. */
    public static Optional<Integer> parse(String text) {
        return Optional.of(text)
                .filter(digits -> DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> 1 <= number && number <= LAST);
    }
}
