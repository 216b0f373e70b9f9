package dev.homeport.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real troubles in a network namespace of their own: the first cause is the true one, and its command cures it. */
class DiagnosisInNamespaceTests {

    private static final String NETWORK = """
            ip link set lo up
            ip link add probe0 type veth peer name probe1
            ip addr add 10.77.0.2/24 dev probe0
            ip link set probe0 up
            ip link set probe1 up
            """;

    private static final Map<String, String[]> LINES = new LinkedHashMap<>();

    @BeforeAll
    static void run() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "needs nft");
        Namespace.run(NETWORK, TroubledNetwork.class).stream()
                .filter(line -> line.length == 5)
                .forEach(line -> LINES.put(line[0], line));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, NOTHING_LISTENS, false",
        "well, REACHABLE, true",
        "'ipv4 alone, by name', OTHER_FAMILY_ONLY, true",
        "'ipv4 alone, by ::1', OTHER_FAMILY_ONLY, false",
        "'ipv6 alone, by 127.0.0.1', OTHER_FAMILY_ONLY, false",
        "own address, OTHER_ADDRESS_ONLY, false",
        "'loopback, by localhost', OTHER_ADDRESS_ONLY, false",
        "device, DEVICE_BOUND, false",
        "udp, PROTOCOL_MISMATCH, false",
        "held, PORT_HELD_NOT_LISTENING, false",
        "queue, ACCEPT_QUEUE_FULL, false",
        "closes, SERVER_CLOSES, false",
        "stopped, PROCESS_STOPPED, false",
        "drop, FIREWALL_DROP, false",
        "reject, FIREWALL_REJECT, false",
        "reject by icmp, FIREWALL_REJECT, false",
        "host unreachable, FIREWALL_REJECT, false",
        "redirect, NAT_REDIRECT, true",
        "foreign, FOREIGN_ADDRESS, false",
        "name elsewhere, FOREIGN_ADDRESS, false",
        "name unknown, NAME_UNRESOLVED, false",
        "localhost elsewhere, NAME_NOT_LOOPBACK, false",
        "no ::1, LO_NO_IPV6, false",
        "no 127.0.0.1, LO_NO_IPV4, false",
        "lo down, LO_DOWN, false",
    })
    void trueCauseComesFirst(String trouble, String cause, String reachable) {
        assertThat(LINES).containsKey(trouble);
        assertThat(LINES.get(trouble)[1].split(" ")[0])
                .as(String.join(" | ", LINES.get(trouble)))
                .isEqualTo(cause);
        assertThat(LINES.get(trouble)[2]).isEqualTo(reachable);
    }

    @ParameterizedTest
    @CsvSource({"stopped", "lo down", "no 127.0.0.1"})
    void commandCures(String trouble) {
        assertThat(LINES.get(trouble)[3]).startsWith("REACHABLE");
    }
}
