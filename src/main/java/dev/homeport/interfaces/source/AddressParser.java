package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.kernel.NetlinkMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads addresses: an {@code ifaddrmsg} of 8 bytes each and attributes ({@code linux/if_addr.h}). */
final class AddressParser {

    private static final int FIXED_PART = 8;
    private static final int PREFIX = 1;
    private static final int NARROW_FLAGS = 2;
    private static final int INDEX = 4;

    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_FLAGS = 8;

    private AddressParser() {}

    static List<AddressRow> parse(ByteBuffer messages) {
        return RtnetlinkValue.rows(messages, RtnetlinkRequest.RTM_NEWADDR, FIXED_PART, AddressParser::address);
    }

    /** IFA_ADDRESS is the other end where there is one, and IFA_LOCAL this one. */
    private static Optional<AddressRow> address(NetlinkMessage message) {
        ByteBuffer fixed = message.payload();
        int family = fixed.get(0);
        Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
        IpAddress address = RtnetlinkValue.ip(attributes.get(IFA_ADDRESS), family);
        IpAddress local = RtnetlinkValue.ip(attributes.get(IFA_LOCAL), family);
        IpAddress own = local == null ? address : local;
        if (own == null) {
            return Optional.empty();
        }
        Integer flags = RtnetlinkValue.number(attributes.get(IFA_FLAGS));
        return Optional.of(new AddressRow(
                fixed.getInt(INDEX),
                own,
                Byte.toUnsignedInt(fixed.get(PREFIX)),
                own.equals(address) ? null : address,
                own.family() == IpFamily.IPV6
                        ? AddressMark.ofIpv6(flags == null ? fixed.get(NARROW_FLAGS) : flags)
                        : Set.of()));
    }
}
