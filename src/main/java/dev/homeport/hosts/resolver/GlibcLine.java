package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line as glibc's {@code nss_files} reads it (files-hosts.c): words parted by {@code isspace}, a comment from any
 * {@code #}, addresses as strict as {@code inet_pton}, names whatever their case (DOMAIN R4.1 to R4.6).
 *
 * @param address its first word, where that is an address without a zone
 */
record GlibcLine(Optional<IpAddress> address, String[] names) {

    private static final String BLANKS = "[ \t\u000B\f\r]+";

    /**
     * @param ended whether the line ends with LF. One that does not, or that ends at a byte 0, and is indented keeps its
     *     indent's length of bytes twice: {@code __nss_readline} (since 2.32) moves the line to the left, but not the 0
     *     that ends it.
     */
    static GlibcLine of(byte[] bytes, boolean ended) {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        int zero = whole.indexOf(0);
        String line = zero < 0 ? whole : whole.substring(0, zero);
        int indent = indent(line);
        String moved = line.substring(indent);
        boolean kept = ended && zero < 0;
        String read = kept ? moved : moved + tail(line, Math.min(indent, moved.length()));
        String[] words = beforeComment(read).split(BLANKS);
        Optional<IpAddress> address = IpAddress.parse(words[0]).filter(parsed -> parsed.zone() == null);
        return new GlibcLine(address, words);
    }

    private static String tail(String line, int length) {
        return line.substring(line.length() - length);
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && " \t\u000B\f\r".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String beforeComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** @param name its UTF-8 bytes, each as a character */
    boolean names(String name) {
        for (int i = 1; i < names.length; i++) {
            if (equalsInAscii(names[i], name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The address for a program that asks for this family. Who asks for IPv4 gets the one in a mapped address, and
     * 127.0.0.1 for {@code ::1}.
     */
    Optional<IpAddress> address(Asked family) {
        return switch (family) {
            case ANY -> address;
            case IPV4 -> address.flatMap(GlibcLine::asIpv4);
            case IPV6 -> address.filter(known -> known.family() == IpFamily.IPV6);
        };
    }

    private static Optional<IpAddress> asIpv4(IpAddress known) {
        IpAddress plain = known.equals(IpAddress.IPV6_LOOPBACK) ? IpAddress.IPV4_LOOPBACK : known.unmapped();
        return Optional.of(plain).filter(address -> address.family() == IpFamily.IPV4);
    }

    private static boolean equalsInAscii(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (folded(one.charAt(i)) != folded(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
