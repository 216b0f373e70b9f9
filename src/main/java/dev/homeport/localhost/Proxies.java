package dev.homeport.localhost;

import dev.homeport.net.LocalhostName;
import dev.homeport.platform.HostileText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxy settings of Homeport's own environment, as far as they bear on localhost (DOMAIN R3.20). What other programs
 * were started with is not looked at; those started from the same shell have the same.
 *
 * @param variables that name a proxy
 * @param noProxy who is to be spoken to directly; null when that is not set
 */
record Proxies(List<Variable> variables, @Nullable String noProxy) {

    private static final String SCHEME = "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)?";
    private static final String PLACE = "(?<place>(?:[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?)(?:[/?#].*)?";

    /** As the standard has it first; then as people write it who have a slash in their password. */
    private static final List<Pattern> URLS =
            List.of(Pattern.compile(SCHEME + "(?:[^/?#]*@)?" + PLACE), Pattern.compile(SCHEME + ".*@" + PLACE));

    private static final List<String> NAMES =
            List.of("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    /**
     * A variable.
     *
     * @param proxy the scheme, host and port of its value
     */
    record Variable(String name, String proxy) {}

    /** The ways to say loopback, and whether they go through the proxy. */
    record Target(String host, boolean isCaught) {}

    Proxies {
        variables = List.copyOf(variables);
    }

    static Proxies of(Map<String, String> environment) {
        List<Variable> variables = NAMES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .map(name -> new Variable(name, place(environment.get(name))))
                .toList();
        String noProxy = Stream.of("no_proxy", "NO_PROXY")
                .map(environment::get)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        return new Proxies(variables, noProxy == null ? null : HostileText.clean(noProxy, 300));
    }

    /** Scheme, host and port: names, passwords and tokens stand before and behind these. */
    private static String place(String value) {
        return URLS.stream()
                .map(url -> url.matcher(value.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> Objects.requireNonNullElse(parts.group("scheme"), "") + parts.group("place"))
                .orElse("a value that is no address of a proxy");
    }

    /** Each way to say loopback; none when there is no proxy. */
    public List<Target> targets() {
        return variables.isEmpty()
                ? List.of()
                : Stream.of(LocalhostName.NAME, "127.0.0.1", "::1")
                        .map(host -> new Target(host, !isExempt(host)))
                        .toList();
    }

    boolean catchesLoopback() {
        return targets().stream().anyMatch(Target::isCaught);
    }

    /**
     * As curl, wget and Python read it: whole names, with or without a dot before them, {@code *} for all. Networks
     * ({@code 127.0.0.0/8}) count for curl since 7.86 and for Go, not for Python and wget: so they do not count here.
     */
    private boolean isExempt(String host) {
        return noProxy != null
                && Arrays.stream(noProxy.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                        .map(entry -> entry.replace("[", "").replace("]", ""))
                        .anyMatch(entry -> entry.equals("*") || entry.equals(host) || entry.equals("." + host));
    }
}
