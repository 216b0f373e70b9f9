package dev.homeport.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads address literals as strictly as {@code inet_pton} (RFC 4291, section 2.2). */
final class IpLiteral {

    private static final int GROUPS = 8;

    private IpLiteral() {}

    static Optional<IpAddress> parse(String literal) {
        int percent = literal.indexOf('%');
        String digits = percent < 0 ? literal : literal.substring(0, percent);
        if (digits.indexOf(':') < 0) {
            long bits = percent < 0 ? ipv4Bits(digits) : -1;
            return bits < 0 ? Optional.empty() : Optional.of(IpAddress.ipv4((int) bits));
        }
        Optional<IpAddress> address = Optional.ofNullable(ipv6(digits));
        String zone = literal.substring(percent + 1);
        if (percent < 0) {
            return address;
        }
        return isZone(zone) ? address.map(plain -> plain.withZone(zone)) : Optional.empty();
    }

    /** A zone is an interface's name or index: visible ASCII, at most as long as any system allows. */
    private static boolean isZone(String zone) {
        return !zone.isEmpty()
                && zone.length() <= 64
                && zone.chars().allMatch(c -> c > ' ' && c < 0x7f && "%[]/\\\"<>".indexOf(c) < 0);
    }

    /** The 32 bits of a dotted quad, or -1. */
    private static long ipv4Bits(String text) {
        long bits = 0;
        int octets = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                int octet = octet(text, start, i);
                if (octet < 0) {
                    return -1;
                }
                bits = bits << 8 | octet;
                octets++;
                start = i + 1;
            }
        }
        return octets == 4 ? bits : -1;
    }

    private static int octet(String text, int from, int to) {
        int length = to - from;
        boolean leadingZero = length > 1 && text.charAt(from) == '0';
        if (length < 1 || length > 3 || leadingZero) {
            return -1;
        }
        int value = number(text, from, to, 10);
        return value > 255 ? -1 : value;
    }

    /** ASCII digits only: {@link Character#digit} would take those of every script. */
    private static int number(String text, int from, int to, int radix) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static @Nullable IpAddress ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int given = head.length + tail.length;
        boolean complete = gap < 0 ? given == GROUPS : given < GROUPS;
        if (!complete) {
            return null;
        }
        int[] all = new int[GROUPS];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        return IpAddress.ipv6(join(all, 0), join(all, 4));
    }

    /** The 16-bit groups of a run without {@code ::}; its end may be a dotted quad. Null when malformed. */
    private static int @Nullable [] groups(String run, boolean mayEndInIpv4) {
        if (run.isEmpty()) {
            return new int[0];
        }
        String[] parts = run.split(":", -1);
        String last = parts[parts.length - 1];
        boolean dotted = mayEndInIpv4 && last.indexOf('.') >= 0;
        int hex = dotted ? parts.length - 1 : parts.length;
        int[] groups = new int[dotted ? parts.length + 1 : parts.length];
        for (int i = 0; i < hex; i++) {
            int length = parts[i].length();
            groups[i] = length < 1 || length > 4 ? -1 : number(parts[i], 0, length, 16);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (dotted) {
            long bits = ipv4Bits(last);
            if (bits < 0) {
                return null;
            }
            groups[hex] = (int) (bits >>> 16);
            groups[hex + 1] = (int) (bits & 0xffff);
        }
        return groups;
    }

    private static long join(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups[i];
        }
        return bits;
    }
}
