package dev.homeport.hosts.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code hosts:} of {@code /etc/nsswitch.conf}: whom glibc asks for a name, one after the other (nsswitch.conf(5),
 * DOMAIN R4.14).
 *
 * @param line as the file has it; null where it has none, and glibc takes its own
 */
public record NameServiceSwitch(@Nullable String line, List<Step> services) {

    /** What glibc does without the file or the line. */
    private static final String DEFAULT = "files dns";

    /**
     * One whom glibc asks.
     *
     * @param name {@code files}, {@code dns}, {@code myhostname} …
     * @param endsWhenNotFound whether nobody is asked after it when it does not know the name
     */
    public record Step(String name, boolean endsWhenNotFound) {}

    public NameServiceSwitch {
        services = List.copyOf(services);
    }

    /** @param text of the file, empty when there is none */
    public static NameServiceSwitch of(String text) {
        for (String line : text.split("\n")) {
            String plain = line.replaceFirst("#.*", "").strip();
            if (plain.toLowerCase(Locale.ROOT).startsWith("hosts:")) {
                String services = plain.substring("hosts:".length()).strip();
                return new NameServiceSwitch(services, services(services));
            }
        }
        return new NameServiceSwitch(null, services(DEFAULT));
    }

    private static List<Step> services(String line) {
        List<Step> services = new ArrayList<>();
        for (String word : line.replace("[", " [").replace("]", "] ").split("\\s+(?![^\\[]*])")) {
            if (word.startsWith("[") && !services.isEmpty()) {
                Step last = services.remove(services.size() - 1);
                services.add(new Step(last.name(), last.endsWhenNotFound() || endsWhenNotFound(word)));
            } else if (!word.isEmpty() && !word.startsWith("[")) {
                services.add(new Step(word.toLowerCase(Locale.ROOT), false));
            }
        }
        return services;
    }

    /** {@code [NOTFOUND=return]}, or {@code [!UNAVAIL=return]}, which says so of everything but UNAVAIL. */
    private static boolean endsWhenNotFound(String actions) {
        for (String action : actions.substring(1, actions.length() - 1).strip().split("\\s+")) {
            String upper = action.toUpperCase(Locale.ROOT);
            boolean meant = upper.startsWith("!") ? !upper.startsWith("!NOTFOUND=") : upper.startsWith("NOTFOUND=");
            if (meant && upper.endsWith("=RETURN")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the hosts file is consulted at all. */
    public boolean asksFiles() {
        return asks("files");
    }

    /** Whether somebody answers for {@code localhost} although the file may not (R3.13). */
    public boolean knowsLocalhostItself() {
        return asks("myhostname") || asks("resolve");
    }

    boolean asks(String service) {
        return services.stream().anyMatch(asked -> asked.name().equals(service));
    }

    /** {@code files dns}. */
    public String text() {
        return line == null ? DEFAULT : line;
    }
}
