package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.ChoiceParameter;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a {@link SocketFilter} from request parameters. Each may be given several times or with commas. In {@code q}
 * stand words and {@code key:value}, separated by blanks; a key without a value yet (somebody is typing) is no filter.
 */
final class SocketFilterParser {

    private static final String PROTOCOLS = "tcp or udp";
    private static final String SCOPES = ChoiceParameter.words(BindScope.values(), BindScope::text);

    private final List<PortRange> ports = new ArrayList<>();
    private final Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
    private final Set<BindScope> scopes = EnumSet.noneOf(BindScope.class);
    private final List<String> processes = new ArrayList<>();
    private final List<String> users = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private SocketFilterParser() {}

    /** @throws BadParameter naming the parameter that makes no sense and what it takes */
    static SocketFilter parse(SocketsRequest request) {
        SocketFilterParser parser = new SocketFilterParser();
        values(request.port()).forEach(value -> parser.ports.add(PortRange.parse("port", "port", value)));
        values(request.protocol()).forEach(value -> parser.protocols.add(protocol("protocol", "protocol", value)));
        values(request.scope()).forEach(value -> parser.scopes.add(scope("scope", "scope", value)));
        values(request.process()).forEach(value -> parser.processes.add(value.toLowerCase(Locale.ROOT)));
        request.q().stream()
                .flatMap(q -> Arrays.stream(q.strip().split("\\s+")))
                .forEach(parser::word);
        return new SocketFilter(
                parser.ports, parser.protocols, parser.scopes, parser.processes, parser.users, parser.words);
    }

    private void word(String word) {
        int colon = word.indexOf(':');
        String key = colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT);
        List<String> values = values(List.of(word.substring(colon + 1)));
        switch (key) {
            case "port" -> values.forEach(value -> ports.add(PortRange.parse("q", "port:", value)));
            case "proto", "protocol" -> values.forEach(value -> protocols.add(protocol("q", "proto:", value)));
            case "scope" -> values.forEach(value -> scopes.add(scope("q", "scope:", value)));
            case "process", "pid" -> values.forEach(value -> processes.add(value.toLowerCase(Locale.ROOT)));
            case "user" -> values.forEach(value -> users.add(value.toLowerCase(Locale.ROOT)));
            default -> {
                if (!word.isEmpty()) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static List<String> values(List<String> given) {
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Protocol protocol(String parameter, String part, String value) {
        return named(parameter, part, value, Protocol.values(), Protocol::text, PROTOCOLS);
    }

    private static BindScope scope(String parameter, String part, String value) {
        return named(parameter, part, value, BindScope.values(), BindScope::text, "one of " + SCOPES);
    }

    private static <T> T named(
            String parameter, String part, String value, T[] all, Function<T, String> name, String accepts) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new BadParameter(parameter, part, value, accepts));
    }
}
