package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code /proc/<pid>/net/fib_trie} tells of the table {@code local} of IPv4: its leaves, an address on a line
 * {@code |-- 127.0.0.1} and beneath it each route to it, {@code /32 host LOCAL}. It names no interface. Where nobody has
 * made rules of his own, the kernel keeps {@code local} and {@code main} in one, and prints both under each heading.
 */
final class FibTrieParser {

    private static final String HEADING = "Local:";
    private static final Pattern LEAF = Pattern.compile("\\|-- (\\S+)");
    private static final Pattern ROUTE = Pattern.compile("/(\\d{1,2}) \\S+ ([A-Z_]+)(?: .*)?");

    private FibTrieParser() {}

    /** The routes that are the table's own; those of {@code main} stand in {@code /proc/<pid>/net/route}. */
    static List<Route> parse(List<String> lines) {
        List<Route> routes = new ArrayList<>();
        boolean local = false;
        Optional<IpAddress> leaf = Optional.empty();
        for (String line : lines) {
            String text = line.strip();
            Matcher address = LEAF.matcher(text);
            Matcher route = ROUTE.matcher(text);
            if (!text.equals(line)) {
                leaf = address.matches() ? IpAddress.parse(address.group(1)) : leaf;
            } else {
                local = text.equals(HEADING);
            }
            if (local && leaf.isPresent() && route.matches()) {
                route(leaf.get(), Integer.parseInt(route.group(1)), route.group(2))
                        .ifPresent(routes::add);
            }
        }
        return routes;
    }

    /** A route of {@code main} that refuses looks as one of {@code local}: only where it catches loopback does it matter. */
    private static Optional<Route> route(IpAddress destination, int prefix, String type) {
        Route.Type known = type(type);
        boolean isLocals = switch (known) {
            case LOCAL, BROADCAST -> true;
            case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> destination.isLoopback();
            default -> false;
        };
        return isLocals && prefix <= Integer.SIZE
                ? Optional.of(new Route(true, known, destination, prefix, null, null, null))
                : Optional.empty();
    }

    private static Route.Type type(String name) {
        for (Route.Type type : Route.Type.values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        return Route.Type.OTHER;
    }
}
