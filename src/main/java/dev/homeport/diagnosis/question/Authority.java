package dev.homeport.diagnosis.question;

import dev.homeport.answer.BadParameter;
import dev.homeport.net.IpAddress;
import dev.homeport.net.PortNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host and port, as they stand in a URL (RFC 3986, section 3.2) or by themselves.
 *
 * @param name without a dot at its end; null when it is an address, or left out
 * @param address null when it is a name, or left out
 */
record Authority(@Nullable String name, @Nullable IpAddress address, int port) {

    private static final int LONGEST_NAME = 253;

    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(?::(?<port>[^:]*))?", Pattern.DOTALL);
    /** With a zone that may stand in a command. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+(%[A-Za-z0-9_.:@-]{1,15})?");

    /** An address that is none. */
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_-]{1,63})*\\.?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /**
     * Reads it.
     *
     * @param given all that was written, for who has to correct it
     * @param usual the port where none is written; null where there is none
     * @throws BadParameter saying what is accepted
     */
    static Authority parse(String given, String authority, @Nullable Integer usual) {
        Optional<IpAddress> bare = IpAddress.parse(authority).filter(address -> authority.indexOf(':') >= 0);
        if (bare.isPresent()) {
            throw BadTarget.of(
                    given,
                    ", with the port after brackets, as in [" + bare.get().text() + "]:3000");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (authority.isEmpty() || !parts.matches()) {
            throw BadTarget.of(given, "");
        }
        String written = parts.group("port");
        boolean isWithoutPort = written == null || written.isEmpty();
        if (isWithoutPort && usual == null) {
            throw BadTarget.of(given, ", with its port");
        }
        int port = isWithoutPort && usual != null ? usual : port(given, written);
        String host = parts.group("host");
        if (host.isEmpty() || host.equals("*")) {
            return new Authority(null, null, port);
        }
        String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Optional<IpAddress> address = IpAddress.parse(literal)
                .filter(one -> LITERAL.matcher(one.text()).matches());
        if (address.isPresent()) {
            return new Authority(null, address.get(), port);
        } else if (host.startsWith("[")
                || DIGITS.matcher(host).matches()
                || host.length() > LONGEST_NAME
                || !NAME.matcher(host).matches()) {
            throw BadTarget.of(given, "");
        }
        return new Authority(host.endsWith(".") ? host.substring(0, host.length() - 1) : host, null, port);
    }

    /** Whether it is this machine because nobody said otherwise: {@code :3000}, {@code *:3000}. */
    boolean isHostLeftOut() {
        return name == null && address == null;
    }

    /** Whether it is digits alone, and so a port. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** @throws BadParameter when it is no port */
    static int port(String given, String digits) {
        return PortNumber.parse(digits).orElseThrow(() -> BadTarget.of(given, ", with a port from 1 to 65535"));
    }
}
