package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LooseIpv4;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * musl's {@code name_from_hosts} (lookup_name.c, 1.2): a buffer of 512 bytes, the address at its very beginning, names
 * as they are spelled and with a blank on either side (DOMAIN R4.3, R4.6 to R4.8).
 */
final class Musl {

    private static final int BUFFER = 511;
    private static final int MOST_ADDRESSES = 48;
    private static final int LONGEST_NAME = 254;

    private Musl() {}

    /**
     * The lines that answer, in the file's order.
     *
     * @param file as C programs read it
     * @param interfaces indices by name, which zones are judged by
     */
    static List<Hit> hits(HostsFile file, String name, Map<String, Integer> interfaces) {
        String sought = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Hit> hits = new ArrayList<>();
        if (sought.length() >= LONGEST_NAME) {
            return hits;
        }
        PrimitiveIterator.OfInt lines = file.linesNaming(name).iterator();
        while (lines.hasNext() && hits.size() < MOST_ADDRESSES) {
            int number = lines.nextInt();
            String line = new String(file.bytes(number), StandardCharsets.ISO_8859_1);
            String whole = file.has(number, LineTrait.UNENDED) ? line : line + "\n";
            for (int from = 0; from < whole.length() && hits.size() < MOST_ADDRESSES; from += BUFFER) {
                String piece = cString(whole.substring(from, Math.min(whole.length(), from + BUFFER)));
                if (names(piece, sought)) {
                    address(piece, interfaces).ifPresent(address -> hits.add(new Hit(number, address)));
                }
            }
        }
        return hits;
    }

    /** What C sees of it: up to a byte 0, and a comment's {@code #} as the line's end. */
    private static String cString(String piece) {
        int zero = piece.indexOf(0);
        String string = zero < 0 ? piece : piece.substring(0, zero);
        int comment = string.indexOf('#');
        return comment < 0 ? string : string.substring(0, comment) + "\n";
    }

    private static boolean names(String piece, String name) {
        for (int at = piece.indexOf(name, 1); at >= 0; at = piece.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (isBlank(piece.charAt(at - 1)) && end < piece.length() && isBlank(piece.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static Optional<IpAddress> address(String piece, Map<String, Integer> interfaces) {
        int end = 0;
        while (end < piece.length() && !isBlank(piece.charAt(end))) {
            end++;
        }
        return literal(piece.substring(0, end), interfaces);
    }

    /** As {@code __lookup_ipliteral}: a zone is a number, or for link-local addresses an interface that there is. */
    static Optional<IpAddress> literal(String word, Map<String, Integer> interfaces) {
        Optional<IpAddress> loose = LooseIpv4.parse(word);
        if (loose.isPresent()) {
            return loose;
        }
        return IpAddress.parse(word)
                .filter(address -> address.family() == IpFamily.IPV6)
                .flatMap(address -> inZone(address, interfaces));
    }

    private static Optional<IpAddress> inZone(IpAddress address, Map<String, Integer> interfaces) {
        String zone = address.zone();
        if (zone == null) {
            return Optional.of(address);
        } else if (zone.matches("\\d{1,9}")) {
            return Optional.of(address);
        }
        boolean scoped = address.withoutZone().isIn(IpAddress.ipv6(0xfe80L << 48, 0), 10)
                || address.withoutZone().isIn(IpAddress.ipv6(0xff02L << 48, 0), 16);
        return Optional.of(address).filter(known -> scoped && interfaces.containsKey(zone));
    }
}
