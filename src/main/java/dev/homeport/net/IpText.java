package dev.homeport.net;

/** Writes addresses as RFC 5952 says, mapped ones with the IPv4 address in its own form (section 5). */
final class IpText {

    private static final int GROUPS = 8;

    private IpText() {}

    static String of(IpAddress address) {
        if (address.family() == IpFamily.IPV4) {
            return dotted(address.low());
        }
        String digits = address.isMapped() ? "::ffff:" + dotted(address.low()) : hex(address);
        return address.zone() == null ? digits : digits + "%" + address.zone();
    }

    private static String dotted(long bits) {
        return (bits >>> 24 & 0xff) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** Lower case, no leading zeros, the first longest run of two or more zero groups as {@code ::}. */
    private static String hex(IpAddress address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < 4 ? address.high() : address.low();
            groups[i] = (int) (half >>> (48 - 16 * (i % 4)) & 0xffff);
        }
        int gap = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gap = i;
                gapLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
            } else {
                boolean separated = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
