package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.net.IpAddress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

/** The kernel's account of this machine and OSHI's agree wherever both can know. */
class InterfaceParityTests {

    private final OshiInterfaceSource oshi = new OshiInterfaceSource(
            new SystemInfo().getHardware(),
            new SystemInfo().getOperatingSystem().getNetworkParams());

    private InterfaceTable byKernel;

    @BeforeEach
    void read() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "needs Linux");
        try (RtnetlinkSource source = new RtnetlinkSource()) {
            byKernel = source.read();
        }
    }

    @Test
    void oshisInterfacesAreAmongTheKernels() {
        Map<String, LinkRow> kernel = byKernel.links().stream().collect(Collectors.toMap(LinkRow::name, link -> link));
        assertThat(oshi.read().links()).isNotEmpty().allSatisfy(link -> {
            LinkRow same = kernel.get(link.name());
            assertThat(same).as(link.name()).isNotNull();
            assertThat(link.index()).isEqualTo(same.index());
            if (same.state() != LinkState.DOWN) { // switched on without a carrier is not up to Java
                assertThat(link.isUp()).isEqualTo(same.isUp());
            }

            assertThat(link.isLoopback()).isEqualTo(same.isLoopback());
            assertThat(link.mtu()).isEqualTo(same.mtu());
            assertThat(link.mac()).isEqualTo(same.mac());
        });
    }

    @Test
    void addressesAreTheSame() {
        assertThat(addresses(oshi.read())).isEqualTo(addresses(byKernel));
    }

    private static Set<List<Object>> addresses(InterfaceTable table) {
        return table.addresses().stream()
                .map(row -> List.<Object>of(row.index(), row.address(), row.prefix()))
                .collect(Collectors.toSet());
    }

    @Test
    void defaultRoutesAreTheSame() {
        assertThat(defaults(oshi.read())).isEqualTo(defaults(byKernel));
    }

    private static Set<String> defaults(InterfaceTable table) {
        return table.routes().stream().filter(Route::isDefault).map(Route::text).collect(Collectors.toSet());
    }

    @Test
    void kernelKnowsTheRouteThatMakesLoopbackItsOwn() {
        assertThat(byKernel.localRoutes())
                .anyMatch(route -> route.type() == Route.Type.LOCAL
                        && route.covers(IpAddress.parse("127.0.0.1").orElseThrow()));
        assertThat(oshi.read().localRoutes()).as("OSHI does not").isNull();
        assertThat(oshi.read().limits()).hasSize(1);
    }

    @Test
    void sameAnswerIsNotReadTwice() throws IOException {
        try (RtnetlinkSource source = new RtnetlinkSource()) {
            InterfaceTable first = source.read();
            assertThat(source.read()).isEqualTo(first);
        }
    }

    @Test
    void fallbackSaysWhy() throws IOException {
        InterfaceSource broken = () -> {
            throw new IOException("it forbids that (EPERM)");
        };
        InterfaceTable table = new FallbackInterfaceSource(broken, oshi).read();
        assertThat(table.source()).isEqualTo("oshi");
        assertThat(table.limits().get(0).why())
                .isEqualTo("it forbids that (EPERM). They are read through OSHI instead.");
    }
}
