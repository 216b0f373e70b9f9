package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Address literals as the JDK reads them (sun.net.util.IPAddressUtil): IPv4 in one to four parts that are always decimal
 * ({@code 0177.0.0.1} is 177.0.0.1), zones dropped, mapped addresses turned into IPv4 (DOMAIN R3.11).
 */
final class JavaLiteral {

    private static final int LONGEST_IPV4 = 15;

    /** More than four digits are fine in Java, as long as the first of them are zeros. */
    private static final Pattern NEEDLESS_ZEROS = Pattern.compile("(?<=:|^)0+(?=[0-9a-fA-F]{4}(:|%|$))");

    private JavaLiteral() {}

    static Optional<IpAddress> parse(String word) {
        Optional<IpAddress> ipv4 = ipv4(word);
        if (ipv4.isPresent()) {
            return ipv4;
        }
        return IpAddress.parse(NEEDLESS_ZEROS.matcher(word).replaceAll(""))
                .filter(address -> address.family() == IpFamily.IPV6)
                .map(address -> address.withoutZone().unmapped());
    }

    private static Optional<IpAddress> ipv4(String word) {
        String[] parts = word.split("\\.", -1);
        if (word.length() > LONGEST_IPV4 || parts.length > 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < parts.length; i++) {
            int width = i == parts.length - 1 ? 8 * (4 - i) : 8;
            if (!parts[i].matches("[0-9]+") || Long.parseLong(parts[i]) >>> width != 0) {
                return Optional.empty();
            }
            bits = bits << width | Long.parseLong(parts[i]);
        }
        return Optional.of(IpAddress.ipv4((int) bits));
    }
}
