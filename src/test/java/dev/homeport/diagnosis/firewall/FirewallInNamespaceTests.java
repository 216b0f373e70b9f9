package dev.homeport.diagnosis.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of rules that nft(8) and iptables(8) have set, and what stands in the way of a connection to port 3000. */
class FirewallInNamespaceTests {

    /**
     * @param ipv4 what stands first in the way to 127.0.0.1:3000
     * @param ipv6 the same for [::1]:3000
     */
    record Case(String rules, String ipv4, String ipv6) {}

    private static final String TABLE = "nft add table inet t;";
    private static final String IN = TABLE + "nft 'add chain inet t in { type filter hook input priority 0; }';";
    private static final String OUT = TABLE + "nft 'add chain inet t out { type filter hook output priority 0; }';";
    private static final String CLOSED =
            TABLE + "nft 'add chain inet t in { type filter hook input priority 0; policy drop; }';";

    private static final String DROP = "drop by table inet t, chain in, handle ";
    private static final String POLICY = "drop by table inet t, chain in, its policy";

    static final List<Case> CASES = List.of(
            both("true", "nothing"),
            both(IN + "nft add rule inet t in tcp dport 3000 drop", DROP + 2),
            both(IN + "nft add rule inet t in tcp dport 3001 drop", "nothing"),
            both(IN + "nft add rule inet t in tcp dport != 3001 drop", DROP + 2),
            both(IN + "nft add rule inet t in tcp dport 2000-4000 drop", DROP + 2),
            both(IN + "nft add rule inet t in tcp dport >= 3001 drop", "nothing"),
            both(IN + "nft add rule inet t in tcp dport '{ 22, 3000 }' drop", DROP + 3),
            both(IN + "nft add rule inet t in tcp dport '{ 22, 2900-3100, 9000 }' drop", DROP + 3),
            both(IN + "nft add rule inet t in tcp dport '{ 22, 2900-2999, 9000 }' drop", "nothing"),
            both(IN + "nft add rule inet t in tcp dport != '{ 22, 80 }' drop", DROP + 3),
            both(IN + "nft add rule inet t in iifname lo drop", DROP + 2),
            both(IN + "nft add rule inet t in iif lo drop", DROP + 2),
            both(IN + "nft add rule inet t in iifname != lo drop", "nothing"),
            both(IN + "nft add rule inet t in iifname eth0 tcp dport 3000 drop", "nothing"),
            both(IN + "nft add rule inet t in oifname lo drop", "nothing"),
            new Case(IN + "nft add rule inet t in ip daddr 127.0.0.1 drop", DROP + 2, "nothing"),
            new Case(
                    IN + "nft add rule inet t in ip saddr 127.0.0.0/8 reject",
                    "reject by table inet t, chain in, handle 2",
                    "nothing"),
            new Case(IN + "nft add rule inet t in ip6 daddr ::1 drop", "nothing", DROP + 2),
            new Case(IN + "nft add rule inet t in meta nfproto ipv6 drop", "nothing", DROP + 2),
            both(IN + "nft add rule inet t in meta l4proto udp drop", "nothing"),
            both(IN + "nft add rule inet t in ct state new drop", DROP + 2),
            both(IN + "nft add rule inet t in tcp flags syn / syn,ack drop", DROP + 2),
            both(IN + "nft add rule inet t in 'tcp flags & (syn|ack) == (syn|ack)' drop", DROP + 2),
            both(IN + "nft add rule inet t in tcp sport 3000 drop", DROP + 2),
            new Case(
                    IN + "nft add rule inet t in ip daddr . tcp dport '{ 127.0.0.1 . 3000 }' drop; "
                            + "nft add rule inet t in ip6 daddr . tcp dport '{ ::1 . 1-4000 }' drop",
                    DROP + 3,
                    DROP + 5),
            new Case(
                    IN + "nft add rule inet t in ip daddr . tcp dport '{ 127.0.0.0/8 . 22, 10.0.0.0/8 . 3000 }' drop",
                    "nothing",
                    "nothing"),
            both(IN + "nft add rule inet t in tcp dport vmap '{ 22 : accept, 3000 : drop }'", DROP + 3),
            both(
                    IN + "nft add rule inet t in tcp dport 3000 accept; nft add rule inet t in tcp dport 3000 drop",
                    "nothing"),
            both(IN + "nft add rule inet t in meta mark 7 drop", "drop perhaps by table inet t, chain in, handle 2"),
            both(
                    IN + "nft add rule inet t in meta mark 7 accept; nft add rule inet t in drop",
                    "drop perhaps by table inet t, chain in, handle 3"),
            both(
                    IN + "nft add rule inet t in tcp dport 3000 drop comment '\"no more of this\"'",
                    DROP + "2, “no more of this”"),
            both(CLOSED, POLICY),
            both(CLOSED + "nft add rule inet t in iif lo accept", "nothing"),
            both(CLOSED + "nft add rule inet t in tcp dport 22 accept", POLICY),
            both(CLOSED + "nft add rule inet t in ct state established,related accept", POLICY),
            // What comes back goes to the client's port.
            both(CLOSED + "nft add rule inet t in tcp dport 3000 accept", POLICY),
            both(
                    CLOSED
                            + "nft add rule inet t in tcp dport 3000 accept; nft add rule inet t in ct state established accept",
                    "nothing"),
            both(
                    IN
                            + "nft add chain inet t more; nft add rule inet t more tcp dport 3000 reject; nft add rule inet t in jump more",
                    "reject by table inet t, chain more, handle 3"),
            both(
                    IN
                            + "nft add chain inet t more; nft add rule inet t more return; nft add rule inet t in jump more; nft add rule inet t in drop",
                    DROP + 5),
            both(
                    IN
                            + "nft add chain inet t more; nft add rule inet t more return; nft add rule inet t in goto more; nft add rule inet t in drop",
                    "nothing"),
            both(
                    OUT + "nft add rule inet t out tcp dport 3000 reject with tcp reset",
                    "reject by table inet t, chain out, handle 2"),
            new Case(
                    "nft add table ip n; nft 'add chain ip n out { type nat hook output priority -100; }'; "
                            + "nft add rule ip n out tcp dport 3000 redirect to :4000",
                    "redirect by table ip n, chain out, handle 2",
                    "nothing"),
            new Case(
                    "nft add table ip n; nft 'add chain ip n out { type nat hook output priority -100; }'; "
                            + "nft add rule ip n out fib daddr type local tcp dport 3000 dnat to 10.1.1.1:80",
                    "redirect by table ip n, chain out, handle 2",
                    "nothing"),
            new Case(
                    "iptables -A INPUT -i lo -p tcp --dport 3000 -j DROP",
                    "drop by table ip filter, chain INPUT, handle 2",
                    "nothing"),
            new Case(
                    "ip6tables -A OUTPUT -p tcp --dport 3000 -j REJECT",
                    "nothing",
                    "reject by table ip6 filter, chain OUTPUT, handle 2"),
            new Case(
                    "iptables -A INPUT -p tcp -m multiport --dports 22,3000 -j DROP",
                    "drop perhaps by table ip filter, chain INPUT, handle 2",
                    "nothing"),
            both(
                    IN + "nft add chain inet t more; nft add rule inet t more accept; "
                            + "nft add rule inet t in meta mark 7 jump more; nft add rule inet t in drop",
                    "drop perhaps by table inet t, chain in, handle 5"),
            both(
                    "nft add table inet t; nft 'add chain inet t pre { type nat hook prerouting priority -100; }'; "
                            + "nft add rule inet t pre tcp dport 3000 redirect to :4000",
                    "nothing"),
            both(OUT + "nft add rule inet t out iifname != eth0 drop", "drop by table inet t, chain out, handle 2"),
            both(IN + "nft add rule inet t in oif != 77 drop", DROP + 2),
            both(
                    IN + "nft 'add limit inet t slow { rate 1/second; }'; nft add rule inet t in limit name slow drop",
                    "drop perhaps by table inet t, chain in, handle 3"),
            both(
                    IN
                            + "nft 'add set inet t s { type inet_service; flags interval; elements = { 0-65535 } }'; nft add rule inet t in tcp dport @s drop",
                    DROP + 3),
            both(IN + "nft add rule inet t in tcp dport vmap '{ 22 : accept, * : drop }'", DROP + 3),
            both(
                    "nft 'add table inet t { flags dormant; }'; nft 'add chain inet t in { type filter hook input priority 0; "
                            + "policy drop; }'",
                    "nothing"),
            both(
                    TABLE + "nft 'add chain inet t raw { type filter hook output priority -300; }'; "
                            + "nft add rule inet t raw ct state new drop",
                    "drop perhaps by table inet t, chain raw, handle 2"),
            new Case("iptables -P INPUT DROP", "drop by table ip filter, chain INPUT, its policy", "nothing"));

    private static final Map<Integer, String[]> SEEN = new HashMap<>();

    private static Case both(String rules, String expected) {
        return new Case(rules, expected, expected);
    }

    @BeforeAll
    static void run() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "needs nft");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/iptables")), "needs iptables");
        Namespace.run("ip link set lo up", RulesInNamespace.class).stream()
                .filter(line -> line.length == 3)
                .forEach(line -> SEEN.put(Integer.valueOf(line[0]), line));
    }

    static IntStream cases() {
        return IntStream.range(0, CASES.size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void obstacleIsFound(int number) {
        Case one = CASES.get(number);
        assertThat(SEEN).containsKey(number);
        assertThat(SEEN.get(number)[1]).as(one.rules()).isEqualTo(one.ipv4());
        assertThat(SEEN.get(number)[2]).as(one.rules()).isEqualTo(one.ipv6());
    }
}
