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
 * @param words what comes before a comment, the address included
 */
record GlibcLine(Optional<IpAddress> address, String words) {

    /**
     * @param ended whether the line ends with LF. One that does not, or that ends at a byte 0, and is indented keeps its
     *     indent's length of bytes twice: {@code __nss_readline} (since 2.32) moves the line to the left, but not the 0
     *     that ends it.
     */
    static GlibcLine of(byte[] bytes, boolean ended) {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        int zero = whole.indexOf(0);
        String line = zero < 0 ? whole : whole.substring(0, zero);
        int indent = wordStart(line, 0);
        String moved = line.substring(indent);
        boolean kept = ended && zero < 0;
        String read = beforeComment(kept ? moved : moved + tail(line, Math.min(indent, moved.length())));
        String first = read.substring(0, wordEnd(read, 0));
        return new GlibcLine(IpAddress.parse(first).filter(parsed -> parsed.zone() == null), read);
    }

    private static int wordStart(String line, int from) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static String tail(String line, int length) {
        return line.substring(line.length() - length);
    }

    private static String beforeComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** @param name its UTF-8 bytes, each as a character */
    boolean names(String name) {
        int at = wordStart(words, wordEnd(words, 0));
        while (at < words.length()) {
            int end = wordEnd(words, at);
            if (end - at == name.length() && isAt(at, name)) {
                return true;
            }
            at = wordStart(words, end);
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

    private boolean isAt(int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (folded(words.charAt(at + i)) != folded(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
