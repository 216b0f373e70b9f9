package dev.homeport.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import dev.homeport.diagnosis.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real troubles in a network namespace of their own: the first cause is the true one, and its commands, run as they are, cure it. */
class DiagnosisInNamespaceTests {

    private static final String NETWORK = """
            ip link set lo up
            ip link add probe0 type veth peer name probe1
            ip addr add 10.77.0.2/24 dev probe0
            ip link set probe0 up
            ip link set probe1 up
            """;

    private static final Map<String, String[]> LINES = new HashMap<>();

    @BeforeAll
    static void run() throws Exception {
        for (String tool : List.of("/usr/sbin/nft", "/usr/sbin/iptables", "/usr/bin/socat")) {
            assumeTrue(Files.isExecutable(Path.of(tool)), "needs " + tool);
        }
        Namespace.assumePossible();
        // Side by side: each has a network of its own, and most of the time is spent waiting for answers that do not
        // come.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<String[]>>> runs = TroubledNetwork.KINDS.stream()
                    .map(kind -> (Callable<List<String[]>>)
                            () -> Namespace.run(kind.equals("bare") ? "true" : NETWORK, TroubledNetwork.class, kind))
                    .toList();
            for (Future<List<String[]>> run : threads.invokeAll(runs)) {
                run.get().stream().filter(line -> line.length >= 6).forEach(line -> LINES.put(line[0], line));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static Stream<Trouble> troubles() {
        return TroubledNetwork.KINDS.stream().flatMap(kind -> TroubledNetwork.troubles(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void trueCauseComesFirst(Trouble trouble) {
        String[] line = line(trouble.name());
        assertThat(line[1].split(" ")[0])
                .as(String.join(" | ", line))
                .isEqualTo(trouble.cause().name());
        assertThat(line[2]).as(String.join(" | ", line)).isEqualTo(trouble.reachable());
    }

    /** Where a cause comes with commands, and nothing else is wrong. */
    @ParameterizedTest
    @MethodSource("troubles")
    void commandsCure(Trouble trouble) {
        String[] line = line(trouble.name());
        boolean isOneOfTwo = trouble.name().contains(" and ");
        if (!line[3].isEmpty() && !isOneOfTwo) {
            assertThat(line[4])
                    .as(String.join(" | ", line))
                    .startsWith(trouble.purpose().equals("listen") ? "PORT_FREE" : "REACHABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stopped",
                "drop",
                "drop by a set",
                "answer dropped",
                "drop by iptables",
                "closed by policy",
                "two tables",
                "reject",
                "reject by icmp",
                "host unreachable",
                "prohibited by a rule",
                "redirect",
                "redirect to nowhere",
                "prohibited",
                "black hole",
                "unreachable",
                "no ports left",
                "no ::1",
                "no 127.0.0.1",
                "lo down",
                "never up",
                "name unknown",
                "name and address swapped",
                "a byte order mark",
                "taken",
                "held, to listen",
                "privileged"
            })
    void causeThatACommandMendsHasOne(String trouble) {
        assertThat(line(trouble)[3]).isNotEmpty();
    }

    /** Each of two troubles is told: the second one would show when the first is mended. */
    @ParameterizedTest
    @CsvSource({
        "queue and drop, FIREWALL_DROP",
        "'nothing, and reject', FIREWALL_REJECT",
        "stopped and drop, FIREWALL_DROP",
    })
    void secondTroubleIsToldToo(String trouble, String cause) {
        assertThat(line(trouble)[1].split(" ")).contains(cause);
    }

    /** The rule itself is named where it may be read. */
    @ParameterizedTest
    @CsvSource({
        "drop, handle 2",
        "drop by a set, handle 3",
        "answer dropped, tcp sport",
        "drop by iptables, chain INPUT"
    })
    void ruleIsNamed(String trouble, String words) {
        assertThat(String.join(" ", line(trouble))).contains(words);
    }

    private static String[] line(String trouble) {
        assertThat(LINES).containsKey(trouble);
        String[] line = LINES.get(trouble);
        assumeTrue(!line[1].equals(TroubledNetwork.IMPOSSIBLE), line[5]);
        return line;
    }
}
