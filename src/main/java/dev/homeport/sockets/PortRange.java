package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import dev.homeport.net.PortNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports from {@code first} to {@code last}, both included; often one. */
public record PortRange(int first, int last) {

    static final String ACCEPTS = "a port from 1 to 65535 or a range such as 8000-8999";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    /**
     * @param parameter where {@code text} was given, and {@code part} what it was called there
     */
    static PortRange parse(String parameter, String part, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int first = PortNumber.parse(matcher.group(1)).orElse(0);
            int last = matcher.group(2) == null
                    ? first
                    : PortNumber.parse(matcher.group(2)).orElse(0);
            if (0 < first && first <= last) {
                return new PortRange(first, last);
            }
        }
        throw new BadParameter(parameter, part, text, ACCEPTS);
    }

    /** {@code 80}, {@code 8000-8999}. */
    public String text() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }
}
