package dev.homeport.localhost;

import dev.homeport.platform.HostileText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final List<String> NAMES =
            List.of("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

    /**
     * A variable.
     *
     * @param proxy its value, without what comes before an {@code @}: names and passwords
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
                .map(name -> new Variable(name, withoutUser(environment.get(name))))
                .toList();
        String noProxy = Stream.of("no_proxy", "NO_PROXY")
                .map(environment::get)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        return new Proxies(variables, noProxy == null ? null : HostileText.clean(noProxy, 300));
    }

    private static String withoutUser(String value) {
        String scheme = value.contains("://") ? value.substring(0, value.indexOf("://") + 3) : "";
        return HostileText.clean(
                scheme + value.substring(value.lastIndexOf('@') + 1).replace(scheme, ""), 200);
    }

    /** Each way to say loopback; none when there is no proxy. */
    public List<Target> targets() {
        return variables.isEmpty()
                ? List.of()
                : Stream.of("localhost", "127.0.0.1", "::1")
                        .map(host -> new Target(host, !isExempt(host)))
                        .toList();
    }

    boolean catchesLoopback() {
        return targets().stream().anyMatch(Target::isCaught);
    }

    /** As curl, wget and Python read it: whole names, domains with or without their dot, {@code *} for all. */
    private boolean isExempt(String host) {
        return noProxy != null
                && Arrays.stream(noProxy.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                        .map(entry -> entry.replace("[", "").replace("]", ""))
                        .anyMatch(entry -> entry.equals("*")
                                || entry.equals(host)
                                || entry.equals("." + host)
                                || host.equals("127.0.0.1") && entry.equals("127.0.0.0/8"));
    }
}
