package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages as the kernel writes them, and such as it never should. */
class RtnetlinkTests {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private final List<byte[]> messages = new ArrayList<>();

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    private static byte[] attribute(int type, byte[] value) {
        int length = 4 + value.length;
        return buffer(length + 3 & ~3)
                .putShort((short) length)
                .putShort((short) type)
                .put(value)
                .array();
    }

    private static byte[] attribute(int type, int value) {
        return attribute(type, buffer(4).putInt(value).array());
    }

    private static byte[] attribute(int type, String value) {
        return attribute(type, (value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ip(int type, String literal) {
        IpAddress address = IpAddress.parse(literal).orElseThrow();
        boolean isIpv4 = literal.indexOf(':') < 0;
        ByteBuffer bytes = ByteBuffer.allocate(isIpv4 ? 4 : 16);
        return attribute(
                type,
                (isIpv4
                                ? bytes.putInt((int) address.low())
                                : bytes.putLong(address.high()).putLong(address.low()))
                        .array());
    }

    private static byte[] joined(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private void message(int type, byte[] fixed, byte[]... attributes) {
        byte[] payload = joined(fixed, joined(attributes));
        messages.add(buffer(16 + payload.length)
                .putInt(16 + payload.length)
                .putShort((short) type)
                .putShort((short) 2)
                .putInt(1)
                .putInt(0)
                .put(payload)
                .array());
    }

    private ByteBuffer dump() {
        return ByteBuffer.wrap(joined(messages.toArray(byte[][]::new))).order(ByteOrder.nativeOrder());
    }

    private static byte[] linkPart(int index, int flags) {
        return buffer(16).putInt(0).putInt(index).putInt(flags).putInt(0).array();
    }

    private static byte[] addressPart(int family, int prefix, int flags) {
        return buffer(8)
                .put((byte) family)
                .put((byte) prefix)
                .put((byte) flags)
                .put((byte) 0)
                .putInt(5)
                .array();
    }

    private static byte[] routePart(int family, int length, int table, int type, int flags) {
        return buffer(12)
                .put((byte) family)
                .put((byte) length)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) table)
                .put((byte) 2)
                .put((byte) 253)
                .put((byte) type)
                .putInt(flags)
                .array();
    }

    private List<Route> routes() {
        return RouteParser.parse(dump(), index -> "if" + index);
    }

    @Test
    void linkHasNameKindStateAndMaster() {
        byte[] info = attribute(18, joined(attribute(1, "veth"), attribute(4, "bridge")));
        message(
                16,
                linkPart(7, 0x1),
                attribute(3, "veth7"),
                attribute(4, 1500),
                attribute(16, new byte[] {6}),
                attribute(1, new byte[] {2, 0, 0, 0, 0, (byte) 0xff}),
                attribute(10, 3),
                attribute(6, "noqueue"),
                info);
        assertThat(LinkParser.parse(dump()))
                .containsExactly(new LinkRow(
                        7, "veth7", false, true, LinkState.UP, 1500, "02:00:00:00:00:ff", "veth", 3, "noqueue"));
    }

    @Test
    void loopbackHasNoHardwareAddressAndAnUnknownState() {
        message(16, linkPart(1, 0x9), attribute(3, "lo"), attribute(16, new byte[] {0}), attribute(1, new byte[6]));
        assertThat(LinkParser.parse(dump()))
                .containsExactly(new LinkRow(1, "lo", true, true, LinkState.UNKNOWN, null, null, null, null, null));
    }

    @Test
    void tunnelsAddressIsNoHardwareAddress() {
        message(16, linkPart(4, 0), attribute(3, "gre1"), attribute(1, new byte[] {10, 0, 0, 1}));
        assertThat(LinkParser.parse(dump())).extracting(LinkRow::mac).containsOnlyNulls();
    }

    @Test
    void nameOfAnInterfaceIsHostileText() {
        message(16, linkPart(4, 0), attribute(3, "a\u202eb"));
        assertThat(LinkParser.parse(dump())).extracting(LinkRow::name).containsExactly("ab");
    }

    @Test
    void pointToPointAddressIsItsOwnAndNamesItsPeer() {
        message(20, addressPart(AF_INET, 32, 0), ip(1, "10.0.0.2"), ip(2, "10.0.0.1"));
        assertThat(AddressParser.parse(dump()))
                .extracting(AddressRow::address, AddressRow::peer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        IpAddress.parse("10.0.0.1").orElseThrow(),
                        IpAddress.parse("10.0.0.2").orElseThrow()));
    }

    @Test
    void marksOfAnIpv6AddressComeFromTheWideFlags() {
        message(20, addressPart(AF_INET6, 64, 0), ip(1, "fd00::1"), attribute(8, 0x01 | 0x20 | 0x40));
        message(20, addressPart(AF_INET6, 64, 0), ip(1, "fd00::2"), attribute(8, 0x48));
        message(20, addressPart(AF_INET, 24, 1), ip(1, "10.0.0.3"));
        List<AddressRow> rows = AddressParser.parse(dump());
        assertThat(rows.get(0).marks())
                .containsExactlyInAnyOrder(AddressMark.TEMPORARY, AddressMark.DEPRECATED, AddressMark.TENTATIVE);
        assertThat(rows.get(1).marks()).containsExactly(AddressMark.DUPLICATE);
        assertThat(rows.get(2).marks())
                .as("a second IPv4 address is not a temporary one")
                .isEmpty();
    }

    @Test
    void routesAreWrittenAsIpRouteWritesThem() {
        message(24, routePart(AF_INET, 8, 255, 2, 0), ip(1, "127.0.0.0"), attribute(4, 1));
        message(24, routePart(AF_INET, 0, 254, 1, 0), ip(5, "192.168.1.1"), attribute(4, 2), attribute(6, 100));
        message(24, routePart(AF_INET, 32, 255, 8, 0), ip(1, "127.0.0.1"));
        message(24, routePart(AF_INET6, 64, 254, 1, 0), ip(1, "fd00::"), attribute(4, 2));
        assertThat(routes())
                .extracting(Route::text)
                .containsExactly(
                        "local 127.0.0.0/8 dev if1",
                        "default via 192.168.1.1 dev if2",
                        "prohibit 127.0.0.1",
                        "fd00::/64 dev if2");
        assertThat(routes().get(1).metric()).isEqualTo(100);
        assertThat(routes().get(1).isDefault()).isTrue();
    }

    @Test
    void gatewayMayBeOfTheOtherFamilyOrOneOfSeveral() {
        IpAddress via = IpAddress.parse("fe80::1").orElseThrow();
        byte[] other = buffer(18)
                .putShort((short) AF_INET6)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(via.high())
                .putLong(via.low())
                .array();
        message(24, routePart(AF_INET, 0, 254, 1, 0), attribute(18, other), attribute(4, 2));
        byte[] gateway = ip(5, "10.0.0.9");
        byte[] hop = joined(
                buffer(8)
                        .putShort((short) (8 + gateway.length))
                        .putShort((short) 0)
                        .putInt(3)
                        .array(),
                gateway);
        message(24, routePart(AF_INET, 0, 254, 1, 0), attribute(9, joined(hop, hop)));
        assertThat(routes())
                .extracting(Route::text)
                .containsExactly("default via fe80::1 dev if2", "default via 10.0.0.9 dev if3");
    }

    @Test
    void otherTablesAndCachedRoutesArePassedOver() {
        message(24, routePart(AF_INET, 0, 252, 1, 0), attribute(15, 1000), attribute(4, 2));
        message(24, routePart(AF_INET, 32, 254, 1, 0x200), ip(1, "8.8.8.8"), attribute(4, 2));
        message(24, routePart(28, 0, 254, 1, 0), attribute(4, 2));
        assertThat(routes()).isEmpty();
    }

    @Test
    void whatIsCutShortOrOfAnotherKindIsPassedOver() {
        message(16, new byte[] {0, 0, 0, 0});
        message(99, linkPart(1, 1), attribute(3, "eth0"));
        message(16, linkPart(2, 1), attribute(4, 1500));
        assertThat(LinkParser.parse(dump())).isEmpty();
        assertThat(AddressParser.parse(dump())).isEmpty();
        assertThat(routes()).isEmpty();
    }
}
