package dev.homeport.web.security;

import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names under which Homeport answers, against DNS rebinding (DOMAIN R10.1, R10.2): a page on {@code evil.example}
 * may point its name at 127.0.0.1, but the browser still says that name in Host. Allowed are address literals, {@code
 * localhost} and {@code *.localhost}, this machine's name and the configured ones; any case, one trailing dot. The port
 * is not looked at, since a published one differs.
 */
final class HostAllowList {

    private static final Pattern HOST = Pattern.compile("(\\[[^\\[\\]]+]|[^\\[\\]:@/\\s]+)(?::\\d{0,5})?");
    private static final Pattern CONFIGURED =
            Pattern.compile("(?:\\*\\.)?[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");

    private final Set<String> configured;
    private final Supplier<Optional<String>> machineName;

    /** What is wrong with a Host header. */
    enum Verdict {
        ALLOWED,
        FOREIGN,
        MALFORMED
    }

    /**
     * @param configured names, or {@code *.domain} for all names beneath one
     * @param machineName this machine's name now
     */
    HostAllowList(List<String> configured, Supplier<Optional<String>> machineName) {
        this.configured = configured.stream().map(HostAllowList::checked).collect(Collectors.toUnmodifiableSet());
        this.machineName = machineName;
    }

    /** @throws IllegalArgumentException when it is nothing to allow */
    static String checked(String name) {
        if (!CONFIGURED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "homeport.allowed-hosts takes names such as box.example or *.box.example, without port, not \""
                            + name + "\"");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    Verdict judge(String header) {
        Matcher matcher = HOST.matcher(header);
        if (!matcher.matches()) {
            return Verdict.MALFORMED;
        }
        String host = matcher.group(1);
        boolean allowed = host.startsWith("[") ? isIpv6(host) : isIpv4(host) || isAllowedName(host);
        return allowed ? Verdict.ALLOWED : Verdict.FOREIGN;
    }

    private static boolean isIpv6(String bracketed) {
        String literal = bracketed.substring(1, bracketed.length() - 1).replace("%25", "%");
        return literal.contains(":") && IpAddress.parse(literal).isPresent();
    }

    private static boolean isIpv4(String host) {
        return IpAddress.parse(host).isPresent();
    }

    private boolean isAllowedName(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return LocalhostName.covers(name)
                || configured.contains(name)
                || configured.stream().anyMatch(one -> one.startsWith("*.") && name.endsWith(one.substring(1)))
                || machineName
                        .get()
                        .filter(machine -> isMachine(machine.toLowerCase(Locale.ROOT), name))
                        .isPresent();
    }

    /** A machine that is called {@code box.example} also goes by {@code box}. */
    private static boolean isMachine(String machine, String name) {
        return name.equals(machine)
                || (machine.indexOf('.') > 0 && name.equals(machine.substring(0, machine.indexOf('.'))));
    }
}
