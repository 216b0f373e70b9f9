package dev.homeport.net;

import java.util.Locale;
import java.util.Set;

/**
 * Names that nobody can register: no site of the Internet has one, so a line of a hosts file hides none. Beside each last
 * part stands what sets it aside.
 */
public final class SpecialNames {

    private static final Set<String> LAST_PARTS = Set.of(
            "example", // RFC 6761, section 6.5
            "invalid", // RFC 6761, section 6.4
            "localhost", // RFC 6761, section 6.3
            "test", // RFC 6761, section 6.2
            "local", // RFC 6762: multicast DNS
            "onion", // RFC 7686: Tor
            "alt", // RFC 9476: names of other systems than DNS
            "arpa", // RFC 3172: the infrastructure's own; home.arpa is for home networks (RFC 8375)
            "internal", // ICANN, 2024: for private use
            "corp", // RFC 6762, appendix G, this and the next four: in use in private networks
            "home",
            "intranet",
            "lan",
            "private",
            "localdomain"); // no registry's, but of many distributions' hosts files

    private SpecialNames() {}

    /** Whether it is such a name; in any case, without a dot at its end. */
    public static boolean isNobodys(String name) {
        return LAST_PARTS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
