package dev.homeport.health.expectation;

import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.PortNumber;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.PortRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an expectation as it stands in a setting. Words may be written in any case, with any blanks between them. */
final class ExpectationParser {

    /** What is taken, for whoever wrote something else. */
    static final String GRAMMAR = "An expectation is one of: "
            + "\"tcp/5432 loopback\" (tcp, udp, or tcp4, tcp6, udp4, udp6 for one family; then how far it is to be reached: "
            + "loopback, containers, link-local, address, all; or any, none, or addresses such as 127.0.0.1 ::1), "
            + "perhaps with \"process nginx\" at the end; "
            + "\"name localhost 127.0.0.1 ::1\"; "
            + "and under the name only: \"22,443,udp/53,8000-8010\" or \"none\".";

    private static final Pattern PORT = Pattern.compile("(tcp|udp)([46]?)/(\\d{1,5})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLOWED =
            Pattern.compile("(?:(tcp|udp)/)?(\\d{1,5})(?:-(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROCESS = Pattern.compile("\\s+process\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})");

    /** The places that have a word. */
    private static final Map<String, ExpectedPlace> PLACES = Stream.of(
                    new ExpectedPlace.Nowhere(),
                    new ExpectedPlace.Anywhere(),
                    new ExpectedPlace.Within(BindScope.LOOPBACK),
                    new ExpectedPlace.Within(BindScope.CONTAINERS),
                    new ExpectedPlace.Within(BindScope.LINK_LOCAL),
                    new ExpectedPlace.Within(BindScope.ADDRESS),
                    new ExpectedPlace.Within(BindScope.ALL))
            .collect(Collectors.toUnmodifiableMap(ExpectedPlace::text, Function.identity()));

    private ExpectationParser() {}

    /** @throws IllegalArgumentException saying what makes no sense, and what does */
    static Expectation parse(String name, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw bad("It is empty");
        } else if (name.equals(OnlyExpectation.NAME)) {
            return only(trimmed);
        }
        String[] words = trimmed.split("\\s+");
        return words[0].equalsIgnoreCase("name") ? named(name, words) : onPort(name, trimmed);
    }

    private static Expectation onPort(String name, String text) {
        String[] parts = PROCESS.split(text, 2);
        String[] words = parts[0].split("\\s+");
        Matcher port = PORT.matcher(words[0]);
        if (!port.matches()) {
            throw bad("\"" + words[0] + "\" is no protocol and port");
        } else if (words.length < 2) {
            throw bad("It does not say where " + words[0] + " should be");
        }
        Held held = parts.length < 2 ? null : new Held(parts[1].strip());
        ExpectedPlace place = place(Arrays.asList(words).subList(1, words.length));
        if (held != null && place instanceof ExpectedPlace.Nowhere) {
            throw bad("Where nothing listens there is no process");
        }
        IpFamily family = switch (port.group(2)) {
            case "4" -> IpFamily.IPV4;
            case "6" -> IpFamily.IPV6;
            default -> null;
        };
        return new PortExpectation(name, protocol(port.group(1)), family, port(port.group(3)), place, held);
    }

    private static ExpectedPlace place(List<String> words) {
        String first = words.get(0).toLowerCase(Locale.ROOT);
        if (!PLACES.containsKey(first)) {
            return new ExpectedPlace.At(words.stream()
                    .map(word -> address(word, "is neither an address nor one of the words for how far"))
                    .toList());
        } else if (words.size() > 1) {
            throw bad("\"" + words.get(1) + "\" may not follow \"" + first + "\"");
        }
        return PLACES.get(first);
    }

    private static Expectation named(String name, String[] words) {
        if (words.length < 3) {
            throw bad("A name needs a host and at least one address");
        } else if (!HOST.matcher(words[1]).matches()) {
            throw bad("\"" + words[1] + "\" is no name of a host");
        }
        return new NameExpectation(
                name,
                words[1],
                Stream.of(words)
                        .skip(2)
                        .map(word -> address(word, "is no address"))
                        .toList());
    }

    private static Expectation only(String text) {
        List<OnlyExpectation.Allowed> allowed = new ArrayList<>();
        if (!text.equalsIgnoreCase("none")) {
            Stream.of(text.split("[,\\s]+")).map(ExpectationParser::allowed).forEach(allowed::add);
        }
        return new OnlyExpectation(OnlyExpectation.NAME, allowed);
    }

    private static OnlyExpectation.Allowed allowed(String text) {
        Matcher matcher = ALLOWED.matcher(text);
        if (!matcher.matches()) {
            throw bad("\"" + text + "\" is no port and no range of ports");
        }
        int first = port(matcher.group(2));
        int last = matcher.group(3) == null ? first : port(matcher.group(3));
        if (last < first) {
            throw bad("The range " + text + " ends before it begins");
        }
        return new OnlyExpectation.Allowed(
                matcher.group(1) == null ? null : protocol(matcher.group(1)), new PortRange(first, last));
    }

    private static Protocol protocol(String word) {
        return word.equalsIgnoreCase("tcp") ? Protocol.TCP : Protocol.UDP;
    }

    private static int port(String digits) {
        return PortNumber.parse(digits).orElseThrow(() -> bad(digits + " is no port: these are 1 to 65535"));
    }

    private static IpAddress address(String word, String otherwise) {
        return IpAddress.parse(word)
                .map(IpAddress::unmapped)
                .map(IpAddress::withoutZone)
                .orElseThrow(() -> bad("\"" + word + "\" " + otherwise));
    }

    private static IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(what + ". " + GRAMMAR);
    }
}
