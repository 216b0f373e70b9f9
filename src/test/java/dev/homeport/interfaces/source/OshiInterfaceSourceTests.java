package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.homeport.net.IpAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.NetworkIF.IfOperStatus;
import oshi.software.os.NetworkParams;

/** What OSHI tells on macOS and on Windows, by values saved from there: these systems were never asked themselves. */
class OshiInterfaceSourceTests {

    private static NetworkIF card(String name, int index, long mtu, String mac, IfOperStatus status) throws Exception {
        NetworkIF card = mock(NetworkIF.class);
        given(card.getName()).willReturn(name);
        given(card.getIndex()).willReturn(index);
        given(card.getMTU()).willReturn(mtu);
        given(card.getMacaddr()).willReturn(mac);
        given(card.getIfOperStatus()).willReturn(status);
        given(card.getIPv4addr()).willReturn(new String[0]);
        given(card.getSubnetMasks()).willReturn(new Short[0]);
        given(card.getIPv6addr()).willReturn(new String[0]);
        given(card.getPrefixLengths()).willReturn(new Short[0]);
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        given(card.queryNetworkInterface()).willReturn(loopback);
        return card;
    }

    private static InterfaceTable read(NetworkIF card) {
        HardwareAbstractionLayer hardware = mock(HardwareAbstractionLayer.class);
        given(hardware.getNetworkIFs(true)).willReturn(List.of(card));
        return new OshiInterfaceSource(hardware, mock(NetworkParams.class)).read();
    }

    @Test
    void loopbackOfMacHasItsThreeAddresses() throws Exception {
        NetworkIF card = card("lo0", 1, 16384, "00:00:00:00:00:00", IfOperStatus.UP);
        given(card.getIPv4addr()).willReturn(new String[] {"127.0.0.1"});
        given(card.getSubnetMasks()).willReturn(new Short[] {8});
        given(card.getIPv6addr()).willReturn(new String[] {"0:0:0:0:0:0:0:1", "fe80:0:0:0:0:0:0:1%lo0"});
        given(card.getPrefixLengths()).willReturn(new Short[] {128, 64});
        InterfaceTable table = read(card);
        assertThat(table.links())
                .containsExactly(new LinkRow(1, "lo0", true, true, LinkState.UP, 16384, null, null, null, null));
        assertThat(table.addresses())
                .extracting(AddressRow::address)
                .extracting(IpAddress::text)
                .containsExactly("127.0.0.1", "::1", "fe80::1");
        assertThat(table.addresses()).extracting(AddressRow::prefix).containsExactly(8, 128, 64);
    }

    @Test
    void loopbackOfWindowsHasNoSizeAndNoHardwareAddress() throws Exception {
        NetworkIF card = card("loopback_0", 1, 4294967295L, "", IfOperStatus.UP);
        given(card.getIPv4addr()).willReturn(new String[] {"127.0.0.1"});
        given(card.getSubnetMasks()).willReturn(new Short[] {8});
        InterfaceTable table = read(card);
        assertThat(table.links()).singleElement().satisfies(link -> {
            assertThat(link.mtu())
                    .as("a size of 2^32 - 1 says that there is none")
                    .isNull();
            assertThat(link.mac()).isNull();
            assertThat(link.state()).isEqualTo(LinkState.UP);
        });
        assertThat(table.addresses()).hasSize(1);
    }

    @Test
    void routesOfDeliveryToOneselfAreSaidToBeUnknown() throws Exception {
        InterfaceTable table = read(card("lo0", 1, 16384, "", IfOperStatus.UNKNOWN));
        assertThat(table.localRoutes()).isNull();
        assertThat(table.limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.why()).contains("OSHI does not read it"));
    }
}
