package dev.homeport.hosts.file;

import dev.homeport.net.IpAddress;
import dev.homeport.net.LooseIpv4;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The first word of a line, judged as an address. Nothing is ever looked up for it.
 *
 * @param address null when it is none to {@code inet_pton}
 * @param reason why it is none, as the end of a sentence about it; null when it is one
 */
record AddressToken(@Nullable IpAddress address, @Nullable String reason) {

    private static final int LONGEST = 128;

    static AddressToken of(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return new AddressToken(null, "is longer than any address");
        }
        String word = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        return IpAddress.parse(word)
                .map(address -> new AddressToken(address, null))
                .orElseGet(() -> new AddressToken(null, whyNot(word)));
    }

    /** Whether musl takes it for an address although it is no dotted quad (R4.3). */
    boolean isLoose(byte[] text, int from, int to) {
        return address == null
                && to - from <= LONGEST
                && LooseIpv4.parse(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                        .isPresent();
    }

    private static String whyNot(String word) {
        if (word.contains("://")) {
            return "is a URL, not an address";
        } else if (word.startsWith("[")) {
            return "is in brackets, which belong in URLs only";
        } else if (word.matches("[0-9a-fA-F:.]+/.*")) {
            return "is a network, not an address";
        } else if (word.matches("\\d+(\\.\\d+){3}:\\d+")) {
            return "has a port, which a hosts file does not know";
        } else if (LooseIpv4.parse(word).isPresent()) {
            return "is not a dotted quad: glibc passes over it, musl reads "
                    + LooseIpv4.parse(word).get().text();
        } else if (word.matches("(.*\\.)?0\\d+(\\..*)?") && word.matches("\\d+(\\.\\d+){3}")) {
            return "has an octet with a leading zero";
        } else if (word.matches("\\d+(\\.\\d+){3}")) {
            return "has an octet above 255";
        } else if (word.matches("[\\d.]+")) {
            return "is not four octets with dots between";
        } else if (word.indexOf(':') >= 0 && word.matches("[0-9a-fA-F:.]+")) {
            return "is not a well-formed IPv6 address";
        }
        return word.matches("[\\x21-\\x7e]+")
                ? "is not an address, and an address comes first"
                : "holds bytes that no address has";
    }
}
