package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceKindTests {

    @ParameterizedTest
    @CsvSource({
        "docker0, bridge, DOCKER_BRIDGE",
        "br-0123456789ab, bridge, DOCKER_BRIDGE",
        "br-lan, bridge, BRIDGE",
        "br0, bridge, BRIDGE",
        "podman0, bridge, PODMAN_BRIDGE",
        "cni-podman0, bridge, PODMAN_BRIDGE",
        "cni0, bridge, KUBERNETES_BRIDGE",
        "lxdbr0, bridge, LXC_BRIDGE",
        "virbr0, bridge, LIBVIRT_BRIDGE",
        "veth12ab34, veth, VETH",
        "eth0, veth, ETHERNET",
        "a0, veth, VETH",
        "mv0, macvlan, MACVLAN",
        "eth0, macvlan, MACVLAN",
        "eth0, , ETHERNET",
        "enp3s0, , ETHERNET",
        "wlp2s0, , WIRELESS",
        "wlan0, , WIRELESS",
        "wg0, wireguard, VPN",
        "office, wireguard, VPN",
        "tailscale0, tun, VPN",
        "tun0, tun, VPN",
        "tap0, tun, TAP",
        "vnet3, tun, TAP",
        "eth0.100, vlan, VLAN",
        "bond0, bond, BOND",
        "dummy0, dummy, VIRTUAL",
        "vxlan.calico, vxlan, TUNNEL",
        "flannel.1, vxlan, TUNNEL",
        "sit0, sit, TUNNEL",
        "utun3, , VPN",
        "en0, , ETHERNET",
        "wwan0, , MOBILE",
        "something, , OTHER",
        "lo7, , OTHER"
    })
    void kindFollowsFromNameAndDriver(String name, String driver, InterfaceKind kind) {
        assertThat(InterfaceKind.of(name, driver, false)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"lo", "lo0", "loopback_0", "whatever"})
    void loopbackIsToldByItsFlag(String name) {
        assertThat(InterfaceKind.of(name, null, true)).isEqualTo(InterfaceKind.LOOPBACK);
    }
}
