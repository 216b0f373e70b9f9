package dev.homeport.diagnosis.trouble;

import static dev.homeport.diagnosis.trouble.Trouble.of;
import static dev.homeport.diagnosis.trouble.Trouble.reached;
import static dev.homeport.net.IpFamily.IPV4;
import static dev.homeport.net.IpFamily.IPV6;

import dev.homeport.NativeSocket;
import dev.homeport.diagnosis.cause.CauseCode;
import java.util.List;

/** Troubles between a client and a socket: addresses, routes, firewalls, policies, ports. */
public final class NetworkTroubles {

    private static final String IPV4_TARGET = "127.0.0.1:%d";

    private NetworkTroubles() {}

    /** All of them, each by itself. */
    public static List<Trouble> all() {
        return List.of(
                of(
                        "ipv4 alone, by ::1",
                        "[::1]:%d",
                        CauseCode.OTHER_FAMILY_ONLY,
                        scene -> scene.listening("127.0.0.1")),
                of(
                        "ipv6 alone, by 127.0.0.1",
                        IPV4_TARGET,
                        CauseCode.OTHER_FAMILY_ONLY,
                        scene -> scene.keep(NativeSocket.tcp(IPV6).v6only(true).bind("::", scene.port()))
                                .listen(500)),
                of(
                        "own address",
                        Scene.OWN + ":%d",
                        CauseCode.OTHER_ADDRESS_ONLY,
                        scene -> scene.listening("127.0.0.1")),
                of(
                        "loopback, by localhost",
                        "localhost:%d",
                        CauseCode.OTHER_ADDRESS_ONLY,
                        scene -> scene.listening(Scene.OWN)),
                of(
                        "device",
                        IPV4_TARGET,
                        CauseCode.DEVICE_BOUND,
                        scene -> scene.tcp4()
                                .device("probe0")
                                .bind("0.0.0.0", scene.port())
                                .listen(500)),
                of("drop", IPV4_TARGET, CauseCode.FIREWALL_DROP, scene -> firewall(scene, "tcp dport %d drop")),
                of(
                        "drop by a set",
                        IPV4_TARGET,
                        CauseCode.FIREWALL_DROP,
                        scene -> firewall(scene, "tcp dport { 22, %d } drop")),
                of(
                        "answer dropped",
                        IPV4_TARGET,
                        CauseCode.FIREWALL_DROP,
                        scene -> firewall(scene, "tcp sport %d drop")),
                of("drop by iptables", IPV4_TARGET, CauseCode.FIREWALL_DROP, scene -> {
                    scene.listening("127.0.0.1");
                    scene.shell("iptables -A INPUT -p tcp --dport " + scene.port() + " -j DROP", "nft flush ruleset");
                }),
                of("closed by policy", IPV4_TARGET, CauseCode.FIREWALL_DROP, scene -> {
                    scene.listening("127.0.0.1");
                    scene.shell(
                            "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; policy drop; }'; "
                                    + "nft 'add rule inet t in tcp dport { 22, 80, 18080 } accept'",
                            "nft delete table inet t");
                }),
                of("two tables", IPV4_TARGET, CauseCode.FIREWALL_DROP, scene -> {
                    firewall(scene, "tcp dport %d drop");
                    scene.shell(
                            "nft add table ip u; nft 'add chain ip u in { type filter hook input priority 10; }'; "
                                    + "nft add rule ip u in tcp dport " + scene.port() + " reject",
                            "nft delete table ip u");
                }),
                of("prohibited by a rule", "[::1]:%d", CauseCode.FIREWALL_REJECT, scene -> {
                    scene.keep(NativeSocket.tcp(IPV6).bind("::1", scene.port())).listen(500);
                    rule(scene, "tcp dport %d reject with icmpv6 type admin-prohibited");
                }),
                of("redirect to nowhere", IPV4_TARGET, CauseCode.NAT_REDIRECT, scene -> redirect(scene, 1)),
                of("words dropped", "http://127.0.0.1:%d/", CauseCode.FIREWALL_DROP, scene -> {
                    scene.serving(scene.server("127.0.0.1", scene.port()), Scene::http);
                    rule(scene, "tcp dport %d tcp flags & psh == psh drop");
                }),
                of(
                        "reject",
                        IPV4_TARGET,
                        CauseCode.FIREWALL_REJECT,
                        scene -> firewall(scene, "tcp dport %d reject with tcp reset")),
                of(
                        "reject by icmp",
                        IPV4_TARGET,
                        CauseCode.FIREWALL_REJECT,
                        scene -> firewall(scene, "tcp dport %d reject")),
                of(
                        "host unreachable",
                        IPV4_TARGET,
                        CauseCode.FIREWALL_REJECT,
                        scene -> firewall(scene, "tcp dport %d reject with icmp type host-unreachable")),
                reached(
                        "redirect",
                        IPV4_TARGET,
                        CauseCode.NAT_REDIRECT,
                        scene -> redirect(scene, scene.server("127.0.0.1", 0).getLocalPort())),
                of("queue and drop", IPV4_TARGET, CauseCode.ACCEPT_QUEUE_FULL, scene -> {
                    ServerTroubles.fullQueue(scene);
                    rule(scene, "tcp dport %d drop");
                }),
                of(
                        "nothing, and reject",
                        IPV4_TARGET,
                        CauseCode.NOTHING_LISTENS,
                        scene -> rule(scene, "tcp dport %d reject")),
                of("stopped and drop", IPV4_TARGET, CauseCode.PROCESS_STOPPED, scene -> {
                    ServerTroubles.stopped(scene);
                    rule(scene, "tcp dport %d drop");
                }),
                of(
                        "prohibited",
                        "127.0.0.77:%d",
                        CauseCode.LOCAL_ROUTE_ALTERED,
                        scene -> route(scene, "prohibit 127.0.0.77")),
                of(
                        "black hole",
                        "127.0.0.78:%d",
                        CauseCode.LOCAL_ROUTE_ALTERED,
                        scene -> route(scene, "blackhole 127.0.0.78")),
                of(
                        "unreachable",
                        "127.0.0.79:%d",
                        CauseCode.LOCAL_ROUTE_ALTERED,
                        scene -> route(scene, "unreachable 127.0.0.79")),
                of("forbidden by eBPF", IPV4_TARGET, CauseCode.EBPF_OR_SECCOMP, scene -> {
                    scene.listening("127.0.0.1");
                    scene.atEnd(ConnectPolicy.forbidding(scene.port()));
                }),
                of("no ports left", IPV4_TARGET, CauseCode.EPHEMERAL_EXHAUSTED, scene -> {
                    scene.listening("127.0.0.1");
                    scene.shell(
                            "sysctl -qw net.ipv4.ip_local_port_range='30000 30003'",
                            "sysctl -qw net.ipv4.ip_local_port_range='32768 60999'");
                    for (int port = 30_000; port < 30_004; port++) {
                        NativeSocket client = scene.keep(NativeSocket.tcp(IPV4).bind("127.0.0.1", port));
                        client.connect("127.0.0.1", scene.port());
                    }
                }),
                of(
                        "connected to itself",
                        IPV4_TARGET,
                        CauseCode.SELF_CONNECT,
                        scene -> scene.shell(
                                "sysctl -qw net.ipv4.ip_local_port_range='" + scene.port() + " " + scene.port() + "'",
                                "sysctl -qw net.ipv4.ip_local_port_range='32768 60999'")),
                of("no ::1", "[::1]:%d", CauseCode.LO_NO_IPV6, scene -> {
                    scene.keep(NativeSocket.tcp(IPV6).bind("::", scene.port())).listen(500);
                    scene.shell(
                            "sysctl -qw net.ipv6.conf.lo.disable_ipv6=1", "sysctl -qw net.ipv6.conf.lo.disable_ipv6=0");
                }),
                of("no 127.0.0.1", IPV4_TARGET, CauseCode.LO_NO_IPV4, scene -> {
                    scene.listening("0.0.0.0");
                    scene.shell("ip addr del 127.0.0.1/8 dev lo", "ip addr replace 127.0.0.1/8 dev lo");
                }),
                of("lo down", IPV4_TARGET, CauseCode.LO_DOWN, scene -> {
                    scene.listening("0.0.0.0");
                    scene.shell("ip link set lo down", "ip link set lo up");
                }));
    }

    private static void firewall(Scene scene, String rule) throws Exception {
        scene.listening("127.0.0.1");
        rule(scene, rule);
    }

    private static void rule(Scene scene, String rule) throws Exception {
        scene.shell(
                "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }'; nft 'add rule inet t in "
                        + String.format(rule, scene.port()) + "'",
                "nft delete table inet t");
    }

    private static void redirect(Scene scene, int to) throws Exception {
        scene.listening("127.0.0.1");
        scene.shell(
                "nft add table ip n; nft 'add chain ip n out { type nat hook output priority -100; }';"
                        + " nft add rule ip n out tcp dport " + scene.port() + " redirect to :" + to,
                "nft delete table ip n");
    }

    private static void route(Scene scene, String route) throws Exception {
        scene.listening("0.0.0.0");
        scene.shell(
                "ip route add " + route + " table local", "ip route del " + route + " table local 2>/dev/null || true");
    }
}
