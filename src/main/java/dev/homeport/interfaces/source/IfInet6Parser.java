package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code /proc/<pid>/net/if_inet6}: an address of IPv6 a line, the number of its interface, length, scope, flags, and
 * the interface's name. Lines that make no sense are passed over.
 */
final class IfInet6Parser {

    private IfInet6Parser() {}

    /** An address, and the name of its interface. */
    record Ipv6Address(String device, AddressRow row) {}

    static List<Ipv6Address> parse(List<String> lines) {
        return lines.stream().flatMap(IfInet6Parser::address).toList();
    }

    private static Stream<Ipv6Address> address(String line) {
        String[] columns = line.strip().split("\\s+");
        try {
            return Stream.of(new Ipv6Address(
                    HostileText.clean(columns[5]),
                    new AddressRow(
                            Integer.parseInt(columns[1], 16),
                            IpAddress.of(HexFormat.of().parseHex(columns[0])),
                            Integer.parseInt(columns[2], 16),
                            null,
                            AddressMark.ofIpv6(Integer.parseInt(columns[4], 16)))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Stream.empty();
        }
    }
}
