package dev.homeport.net;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an interface is there for, by its name, what the kernel calls it and its flags (DOMAIN R1.15). Names are
 * conventions of the programs that make interfaces: ranges of addresses alone would be a guess.
 */
public enum InterfaceKind implements Named {
    LOOPBACK("loopback", "this machine talking to itself", "lo\\d*|loopback0"),
    DOCKER_BRIDGE(
            "Docker bridge",
            "where Docker's containers reach this machine",
            "docker\\d+|docker_gwbridge|br-[0-9a-f]{12}"),
    PODMAN_BRIDGE("Podman bridge", "where Podman's containers reach this machine", "podman\\d+|cni-podman\\d+"),
    KUBERNETES_BRIDGE("Kubernetes bridge", "where this node's pods reach it", "cni\\d+|kube-bridge|cbr\\d+"),
    LXC_BRIDGE("LXC bridge", "where LXC's containers reach this machine", "lxcbr\\d+|lxdbr\\d+|incusbr\\d+"),
    LIBVIRT_BRIDGE("libvirt bridge", "where virtual machines reach this machine", "virbr\\d+|vmnet\\d+|vboxnet\\d+"),
    VPN(
            "VPN",
            "the private network at its other end",
            "wg.*|tailscale\\d*|zt.*|tun\\d+|utun\\d+|nordlynx|proton.*|ppp\\d+|ipsec\\d+"),
    TUNNEL(
            "tunnel",
            "packets wrapped in packets",
            "(gre|gretap|erspan|sit|tunl|ip6tnl|ip6gre|ip_vti|ip6_vti|vxlan|geneve|flannel|gif|stf)[.\\d-]*"),
    VETH(
            "container cable",
            "one end of a cable whose other end is in a container's network namespace",
            "veth.*|cali.*|lxc.*"),
    WIRELESS("wireless", "the local network, by radio", "wl.*|wireless_\\d+|wifi\\d+|ath\\d+"),
    MOBILE("mobile", "the carrier's network", "ww.*|rmnet.*|pdp_ip\\d+"),
    TAP("virtual machine's cable", "a virtual machine's or program's own network card", "tap.*|vnet\\d+|macvtap\\d+"),
    MACVLAN("second card", "the local network, through another interface's cable", "macvlan\\d+|ipvlan\\d+"),
    BRIDGE("bridge", "a switch inside this machine", "br\\d+|bridge\\d+|vmbr\\d+"),
    BOND("bond", "several cards that act as one", "bond\\d+|team\\d+"),
    VLAN("VLAN", "one of several networks on the same cable", ".*\\.\\d{1,4}|vlan\\d+"),
    VIRTUAL(
            "virtual",
            "no cable and no radio: made by a program",
            "dummy\\d+|ifb\\d+|nlmon\\d+|awdl\\d+|llw\\d+|anpi\\d+"),
    ETHERNET("ethernet", "the local network, by cable", "eth\\d+|ethernet_\\d+|en.*|em\\d+|p\\d+p\\d+"),
    OTHER("other", "what for, neither its name nor the system tells", "");

    private final String label;
    private final String purpose;
    private final Pattern names;

    InterfaceKind(String label, String purpose, String names) {
        this.label = label;
        this.purpose = purpose;
        this.names = Pattern.compile(names);
    }

    /** The kind that {@code name} stands for by convention; {@link #OTHER} when it stands for none. */
    public static InterfaceKind ofName(String name) {
        for (InterfaceKind kind : values()) {
            if (kind.names.matcher(name).matches()) {
                return kind;
            }
        }
        return OTHER;
    }

    /**
     * The kind of an interface.
     *
     * @param driver what the kernel calls the kind of a virtual interface ({@code bridge}, {@code veth}), null where it
     *     says nothing
     * @param isLoopback its flag
     */
    public static InterfaceKind of(String name, @Nullable String driver, boolean isLoopback) {
        if (isLoopback) {
            return LOOPBACK;
        }
        InterfaceKind byName = ofName(name);
        InterfaceKind byDriver = driver == null ? OTHER : ofDriver(driver);
        if (byDriver == OTHER) {
            return byName == LOOPBACK ? OTHER : byName;
        }
        if (byDriver == VETH && byName == ETHERNET) {
            return ETHERNET; // a container's own card, which its engine names so
        }
        boolean isNamedBridge = byName.isContainerBridge() || byName == LIBVIRT_BRIDGE;
        boolean isNamedVpn = byDriver == TAP && byName == VPN;
        return byDriver == BRIDGE && isNamedBridge || isNamedVpn ? byName : byDriver;
    }

    /** IFLA_INFO_KIND of {@code linux/if_link.h}: the name of the module that made it. */
    private static InterfaceKind ofDriver(String driver) {
        return switch (driver) {
            case "bridge" -> BRIDGE;
            case "veth" -> VETH;
            case "wireguard", "ovpn", "xfrm", "ppp" -> VPN;
            case "tun" -> TAP;
            case "vlan" -> VLAN;
            case "bond", "team" -> BOND;
            case "macvlan", "ipvlan" -> MACVLAN;
            case "dummy", "ifb", "vrf", "nlmon", "netdevsim" -> VIRTUAL;
            case "gre", "gretap", "erspan", "sit", "ipip", "ip6tnl", "ip6gre", "vti", "vti6", "vxlan", "geneve" ->
                TUNNEL;
            default -> OTHER;
        };
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** What it leads to, as a part of a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Whether containers reach this machine by it. */
    public boolean isContainerBridge() {
        return this == DOCKER_BRIDGE || this == PODMAN_BRIDGE || this == KUBERNETES_BRIDGE || this == LXC_BRIDGE;
    }

    /** Whether other machines, as a rule, are at its other end. */
    public boolean leadsToOtherMachines() {
        return switch (this) {
            case ETHERNET, WIRELESS, MOBILE, BOND, VLAN, MACVLAN, VPN, BRIDGE, OTHER -> true;
            default -> false;
        };
    }
}
