package dev.homeport.namespaces.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.namespaces.Sides;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.Endpoint;
import org.junit.jupiter.api.Test;

/** What reaches what, from saved sides (DOMAIN R8.6 to R8.11). */
class WaysTests {

    private static Way only(Side from, Side to) {
        return new Ways(from, to, false).to(to.listeners().get().orElseThrow().get(0));
    }

    @Test
    void hostsLoopbackIsNotReachedFromAContainer() {
        Side host = Sides.host().listens("127.0.0.1", 5432).build();
        Way way = only(Sides.ownContainer().build(), host);
        assertThat(way.verdict()).isEqualTo(Way.Verdict.NOT);
        assertThat(way.because()).contains("127.0.0.1").contains("this container’s own loopback");
        assertThat(way.remedy()).contains("10.88.0.1:5432").contains("--network=host");
        assertThat(way.targets()).isEmpty();
        assertThat(way.rules()).contains("R8.6", "R8.7");
    }

    @Test
    void hostsWildcardIsReachedAtTheGatewayFirst() {
        Side host = Sides.host().listens("0.0.0.0", 8000).build();
        Way way = only(Sides.ownContainer().build(), host);
        assertThat(way.verdict()).isEqualTo(Way.Verdict.REACHES);
        assertThat(way.targets()).extracting(Endpoint::text).containsExactly("10.88.0.1:8000", "192.0.2.2:8000");
    }

    /** A default route of IPv4 leads to no address of IPv6. */
    @Test
    void addressOfAFamilyThatTheOtherSideHasNotIsNoTarget() {
        Side host = Sides.host().link("eth1", "fd00::2/64").listens("::", 8000).build();
        assertThat(only(Sides.ownContainer().build(), host).targets())
                .extracting(Endpoint::text)
                .containsExactly("10.88.0.1:8000", "192.0.2.2:8000");
    }

    @Test
    void hostsServerOnTheBridgeIsReachedThereAlone() {
        Side host = Sides.host().listens("10.88.0.1", 8000).build();
        assertThat(only(Sides.ownContainer().build(), host).targets())
                .extracting(Endpoint::text)
                .containsExactly("10.88.0.1:8000");
    }

    @Test
    void containersWildcardIsReachedFromItsHostAtItsAddress() {
        Side container = Sides.ownContainer().listens("::", 8080).build();
        assertThat(only(Sides.host().build(), container).targets())
                .extracting(Endpoint::text)
                .containsExactly("10.88.0.5:8080");
    }

    @Test
    void containersLoopbackIsNotReachedFromItsHost() {
        Side container = Sides.ownContainer().listens("127.0.0.1", 3000).build();
        Way way = only(Sides.host().build(), container);
        assertThat(way.verdict()).isEqualTo(Way.Verdict.NOT);
        assertThat(way.remedy()).contains("0.0.0.0").contains("-p 127.0.0.1:3000:3000");
    }

    @Test
    void serverOfIpv6AloneIsNotPromisedAtAnAddressOfIpv4() {
        Side host = Sides.host().listens("fd00::2", 8000).build();
        assertThat(only(Sides.ownContainer().build(), host).verdict()).isEqualTo(Way.Verdict.NOT);
    }

    @Test
    void containersOnOneBridgeReachEachOther() {
        Side other = Sides.container("3")
                .link("eth0", "10.88.0.6/16")
                .gateway("10.88.0.1")
                .listens("0.0.0.0", 80)
                .build();
        assertThat(only(Sides.ownContainer().build(), other).targets())
                .extracting(Endpoint::text)
                .containsExactly("10.88.0.6:80");
    }

    @Test
    void whetherContainersOnTwoNetworksReachEachOtherIsNotKnown() {
        Side other = Sides.container("3")
                .link("eth0", "10.89.0.6/16")
                .listens("0.0.0.0", 80)
                .build();
        Way way = only(Sides.ownContainer().build(), other);
        assertThat(way.verdict()).isEqualTo(Way.Verdict.UNKNOWN);
        assertThat(way.rules()).containsExactly("R8.8");
    }

    @Test
    void nothingLeadsOutOfANamespaceWithLoopbackAlone() {
        Side alone = Sides.container("3").listens("0.0.0.0", 80).build();
        Side host = Sides.host().listens("0.0.0.0", 80).build();
        assertThat(only(alone, host).because()).contains("container 3 has no interface but its loopback");
        assertThat(only(host, alone).because()).contains("container 3 has no interface but its loopback");
    }

    /** Each engine uses the same ranges on every machine. */
    @Test
    void bridgesOfTwoMachinesWithTheSameRangeAreTwoNetworks() {
        Side laptop = Sides.peer("laptop")
                .link("docker0", "172.17.0.1/16")
                .listens("172.17.0.1", 80)
                .build();
        Side here = Sides.host().link("docker0", "172.17.0.2/16").build();
        assertThat(new Ways(here, laptop, false).roads()).isEmpty();
    }

    @Test
    void whatIsNearAnotherMachineByItsAddressesIsNotPromised() {
        Side laptop = Sides.peer("laptop")
                .link("eth0", "192.0.2.9/24")
                .listens("0.0.0.0", 80)
                .build();
        Way way = only(Sides.host().build(), laptop);
        assertThat(way.verdict()).isEqualTo(Way.Verdict.UNKNOWN);
        assertThat(way.targets()).extracting(Endpoint::text).containsExactly("192.0.2.9:80");
    }

    @Test
    void namesThatLeadThereAreTold() {
        Side container = Sides.ownContainer()
                .names("host.containers.internal", "10.88.0.1")
                .build();
        assertThat(new Ways(container, Sides.host().build(), false)
                        .roads()
                        .get(0)
                        .names())
                .containsExactly("host.containers.internal");
    }

    /** Two cables may bear the same range, and no cable be between them. */
    @Test
    void sameRangeWithoutACommonGatewayIsNoProofOfOneNetwork() {
        Side one = Sides.container("3").link("veth0", "10.0.0.1/24").build();
        Side other = Sides.container("4")
                .link("veth0", "10.0.0.2/24")
                .listens("0.0.0.0", 80)
                .build();
        assertThat(only(one, other).verdict()).isEqualTo(Way.Verdict.UNKNOWN);
        assertThat(only(one, other).targets()).hasSize(1);
    }
}
