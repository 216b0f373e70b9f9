package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Namespace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * In a network namespace with loopback, two interfaces, IPv4, IPv6 and link-local addresses and three dozen odd sockets,
 * each cell of the map is what the kernel does. Needs root, {@code unshare} and {@code ip}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersInNamespaceTests {

    /** Two interfaces: dummies, or where the kernel has none, ends of cables. */
    private static final String NETWORK = """
            set -e
            sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0
            ip link set lo up
            for d in a b; do
              ip link add ${d}0 type dummy 2>/dev/null || ip link add ${d}0 type veth peer name ${d}1
              ip link set ${d}0 up
              if [ -e /proc/sys/net/ipv4/conf/${d}1 ]; then ip link set ${d}1 up; fi
            done
            ip addr add 10.77.0.2/24 dev a0
            ip -6 addr add fd77::2/64 dev a0 nodad
            ip -6 addr add fe80::77/64 dev a0 nodad
            ip addr add 10.78.0.2/24 dev b0
            ip -6 addr add fd78::2/64 dev b0 nodad
            ip addr add 10.88.0.1/32 dev lo
            ip route add local 10.99.0.0/16 dev lo

            # another machine, at the other end of a third interface, that sends everything here
            """ + Namespace.OTHER_MACHINE + """
            ip link add eth1 type veth peer name peer0
            ip link set peer0 netns $PEER
            ip link set eth1 up
            ip addr add 10.79.0.2/24 dev eth1
            ip -6 addr add fd79::2/64 dev eth1 nodad
            ip -6 addr add fe80::79/64 dev eth1 nodad
            nsenter -t $PEER -n sh -c '
              sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0
              ip link set lo up
              ip link set peer0 up
              ip addr add 10.79.0.1/24 dev peer0
              ip -6 addr add fd79::1/64 dev peer0 nodad
              ip route add default via 10.79.0.2
              ip -6 route add default via fd79::2'
            """;

    private List<String[]> lines = List.of();

    @BeforeAll
    void run() throws Exception {
        lines = Namespace.run(NETWORK, OddNetwork.class);
    }

    private Stream<String[]> lines(String kind) {
        return lines.stream().filter(line -> line[0].equals(kind));
    }

    @Test
    void whoeverGetsWhatIsSentIsAmongThosePredicted() {
        assertThat(lines("pair").filter(line -> !isRight(line)).map(Arrays::toString))
                .isEmpty();
        assertThat(lines("pair").count()).isGreaterThan(400);
    }

    private static boolean isRight(String[] pair) {
        return pair[2].isEmpty()
                ? pair[3].isEmpty()
                : !pair[3].isEmpty() && List.of(pair[2].split(" ")).contains(pair[3]);
    }

    /** Else a map that calls everything uncertain would pass. */
    @Test
    void onlyWhereAnOrderDecidesThatTheKernelDoesNotTellIsThePredictionUncertain() {
        Stream<String> uncertain =
                lines("pair").filter(line -> line[4].equals("uncertain")).map(line -> line[1]);
        assertThat(uncertain).isNotEmpty().allMatch(pair -> pair.contains("device "));
        assertThat(lines("pair")
                        .filter(line -> !line[2].isEmpty())
                        .filter(line -> line[4].equals("certain"))
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void certainPredictionNamesSeveralOnlyForAGroup() {
        Stream<String> several = lines("pair")
                .filter(line -> line[4].equals("certain") && line[2].contains(" "))
                .map(line -> line[1]);
        assertThat(several).isNotEmpty().allMatch(pair -> pair.contains("group") || pair.contains("twins"));
    }

    /** DOMAIN R1.30: an upper bound. Nothing forbids anything in this network, so a "yes" is one, too. */
    @Test
    void whatAnotherMachineReachesIsNeverCalledOutOfReach() {
        assertThat(lines("peer").count()).isGreaterThan(30);
        assertThat(lines("peer")
                        .filter(line -> line[2].equals("no") && !line[4].isEmpty())
                        .map(Arrays::toString))
                .isEmpty();
        assertThat(lines("peer")
                        .filter(line -> line[2].equals("yes") && line[4].isEmpty())
                        .map(Arrays::toString))
                .isEmpty();
        assertThat(lines("peer").filter(line -> line[2].equals("no"))).hasSizeGreaterThan(8);
        assertThat(lines("peer").filter(line -> line[2].equals("yes"))).hasSizeGreaterThan(12);
    }

    @Test
    void proofsFindWhatWasPredicted() {
        assertThat(lines("proof").filter(line -> !line[4].equals("true")).map(Arrays::toString))
                .isEmpty();
        assertThat(lines("proof").filter(line -> line[2].equals("own") || line[2].equals("wildcard")))
                .isNotEmpty()
                .allMatch(line -> line[3].equals("accepted") || line[1].contains("device "));
        assertThat(lines("proof").filter(line -> line[2].equals("nobody")))
                .isNotEmpty()
                .allMatch(line -> line[3].equals("refused"));
    }
}
