package dev.homeport.diagnosis.question;

import dev.homeport.answer.BadParameter;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write for a server: {@code localhost:3000}, {@code http://127.0.0.1:8000/path}, {@code
 * https://[::1]:8443}, {@code :5432}, {@code 3000}, {@code app.test:80}, {@code postgresql}, {@code 53/udp}.
 */
final class TargetParser {

    private static final int LONGEST = 500;

    /** Of schemes that name a port when none is written. */
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("http", 80),
            Map.entry("ws", 80),
            Map.entry("https", 443),
            Map.entry("wss", 443),
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("redis", 6379),
            Map.entry("mongodb", 27017),
            Map.entry("amqp", 5672));

    private static final Pattern URL = Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]{0,30})://(?<authority>[^/?#]*).*");

    /** Nothing that ends a line or a request. */
    private static final Pattern PATH = Pattern.compile("/[!-~]*");

    private final PortNames names;

    TargetParser(PortNames names) {
        this.names = names;
    }

    /** @throws BadParameter saying what is accepted */
    Target parse(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            throw BadTarget.of(given, given != null && given.length() > LONGEST ? ", and shorter" : "");
        }
        String text = given.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        Protocol protocol = lower.endsWith("/udp") ? Protocol.UDP : Protocol.TCP;
        String plain =
                protocol == Protocol.UDP || lower.endsWith("/tcp") ? lower.substring(0, lower.length() - 4) : lower;
        Matcher url = URL.matcher(plain);
        if (url.matches() && url.group("scheme").equals(Protocol.UDP.text())) {
            return ofWords(text, url.group("authority"), Protocol.UDP);
        }
        return url.matches()
                ? ofUrl(text, url.group("scheme"), url.group("authority"))
                : ofWords(text, plain, protocol);
    }

    private Target ofUrl(String given, String scheme, String authority) {
        if (authority.indexOf('@') >= 0) {
            throw new BadParameter(BadTarget.PARAMETER, "…@…", BadTarget.ACCEPTS + ", without a user and a password");
        }
        Speech speech = switch (scheme) {
            case "http", "ws" -> Speech.HTTP;
            case "https", "wss" -> Speech.HTTPS;
            default -> Speech.UNKNOWN;
        };
        int end = scheme.length() + "://".length() + authority.length();
        return ofAuthority(new Form(given, path(given, end), PORTS.get(scheme), Protocol.TCP, speech), authority);
    }

    /** What stands from {@code start} on, up to a fragment, which no server gets to see. */
    private static String path(String given, int start) {
        String rest = given.substring(Math.min(start, given.length())).split("#", 2)[0];
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return PATH.matcher(path).matches() ? path : "/";
    }

    private Target ofWords(String given, String plain, Protocol protocol) {
        Form form = new Form(given, "/", null, protocol, Speech.UNKNOWN);
        if (Authority.isNumber(plain)) {
            return form.local(Authority.port(given, plain));
        } else if (plain.indexOf(':') < 0 && plain.indexOf('.') < 0) {
            Optional<Integer> service = names.portOf(protocol, plain);
            if (service.isPresent()) {
                return form.local(service.get());
            }
        }
        return ofAuthority(form, withoutPath(plain));
    }

    /** {@code localhost:3000/path}, as browsers take it. */
    private static String withoutPath(String text) {
        int end = text.replaceAll("[/?#].*", "").length();
        return text.substring(0, end);
    }

    /**
     * What is known before host and port are.
     *
     * @param usualPort of the scheme; null where it has none
     */
    private record Form(String given, String path, @Nullable Integer usualPort, Protocol protocol, Speech speech) {

        Target local(int port) {
            return new Target(given, LocalhostName.NAME, null, true, port, path, protocol, speech);
        }

        Target at(@Nullable String name, @Nullable IpAddress address, int port) {
            return new Target(given, name, address, false, port, path, protocol, speech);
        }
    }

    private static Target ofAuthority(Form form, String text) {
        Authority authority = Authority.parse(form.given(), text, form.usualPort());
        return authority.isHostLeftOut()
                ? form.local(authority.port())
                : form.at(authority.name(), authority.address(), authority.port());
    }
}
