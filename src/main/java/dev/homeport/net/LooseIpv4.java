package dev.homeport.net;

import java.util.Optional;

/**
 * The forms of IPv4 addresses that {@code inet_aton} takes beside the dotted quad: one to four numbers, decimal, octal
 * ({@code 0177}) or hexadecimal ({@code 0x7f}), the last of them filling what is left ({@code 127.1}). Browsers and C
 * programs read what people type so; Java does not (DOMAIN R3.11), nor does a hosts file of glibc (R4.3).
 */
public final class LooseIpv4 {

    private static final int MOST_PARTS = 4;
    private static final long OVERFLOW = 1L << 32;

    private LooseIpv4() {}

    /** The address that {@code inet_aton} reads; a dotted quad is one of its forms. */
    public static Optional<IpAddress> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > MOST_PARTS) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int width = last ? 8 * (MOST_PARTS - i) : 8;
            long number = number(parts[i]);
            if (number < 0 || number >>> width != 0) {
                return Optional.empty();
            }
            bits = bits << width | number;
        }
        return Optional.of(IpAddress.ipv4((int) bits));
    }

    /** As {@code strtoul} reads with base 0; -1 when it is no number below 2^32. */
    private static long number(String part) {
        boolean hex = part.startsWith("0x") || part.startsWith("0X");
        int radix = hex ? 16 : part.startsWith("0") ? 8 : 10;
        String digits = hex ? part.substring(2) : part;
        if (digits.isEmpty()) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            number = number * radix + digit;
            if (digit < 0 || number >= OVERFLOW) {
                return -1;
            }
        }
        return number;
    }
}
