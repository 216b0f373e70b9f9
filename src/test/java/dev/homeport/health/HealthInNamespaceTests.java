package dev.homeport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another machine is told of a real loopback in each state that it can be brought into (DOMAIN R5.6, R5.32, D7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthInNamespaceTests {

    /** A cable to another machine, which is a namespace too. */
    private static final String CABLE = "set -e\n" + Namespace.OTHER_MACHINE + """
            ip link add eth1 type veth peer name peer0
            ip link set peer0 netns $PEER
            ip link set eth1 up
            ip addr add 10.79.0.2/24 dev eth1
            nsenter -t $PEER -n sh -c 'ip link set lo up; ip link set peer0 up; ip addr add 10.79.0.1/24 dev peer0'
            """;

    private final Map<String, List<String>> told = new HashMap<>();
    private final List<String[]> alerts = new ArrayList<>();

    @BeforeAll
    void run() throws Exception {
        String noIpv6 = "sysctl -qw net.ipv6.conf.eth1.disable_ipv6=1";
        // Side by side: each has a network of its own, and most of the time is spent waiting for answers that do not
        // come.
        Callable<List<String[]>> down = () -> Namespace.run(CABLE + noIpv6, TroubledMachine.class);
        Callable<List<String[]>> up = () -> Namespace.run(CABLE + "ip link set lo up", TroubledMachine.class);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<List<String[]>>> runs = threads.invokeAll(List.of(down, up));
        threads.shutdown();
        for (Future<List<String[]>> run : runs) {
            List<String[]> lines = run.get();
            lines.stream()
                    .filter(line -> line.length == 9)
                    .forEach(line -> told.put(line[0] + ", " + line[1], List.of(line)));
            lines.stream().filter(line -> line[0].equals("alert")).forEach(alerts::add);
        }
    }

    private List<String> of(String state, String component) {
        assumeTrue(!told.containsKey(state + " not possible, " + component), "this kernel, or machine, cannot do that");
        assertThat(told).containsKey(state + ", " + component);
        return told.get(state + ", " + component);
    }

    /** HTTP status, status, cause, words of what was observed and of the fix. */
    @ParameterizedTest
    @CsvSource({
        "never up,            loopback/ipv4,      503, DOWN,    LO_NEVER_UP,         came to nothing,  ip link set lo up",
        "never up,            loopback/interface, 503, DOWN,    LO_NEVER_UP,         lo is down,       ip link set lo up",
        "never up,            loopback/ipv6,      200, UNKNOWN, LO_NEVER_UP,         started without,  ip link set lo up",
        "up at last,          loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "up at last,          loopback/interface, 200, UP,      NONE,                lo is up,         ''",
        "up at last,          loopback/ipv6,      200, UNKNOWN, JVM_WITHOUT_IPV6,    Nothing was sent, Start Homeport again",
        "up,                  loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "up,                  loopback/ipv6,      200, UP,      NONE,                and back,         ''",
        "up,                  loopback/interface, 200, UP,      NONE,                127.0.0.1/8,      ''",
        "up,                  loopback/localhost, 200, UP,      NONE,                127.0.0.1,        ''",
        "dropped,             loopback/ipv4,      503, DOWN,    FIREWALL_DROP,       timed out,        -i lo -j ACCEPT",
        "dropped,             loopback/ipv6,      200, UNKNOWN, FIREWALL_DROP,       timed out,        sudo ip6tables",
        "dropped,             loopback/interface, 200, UP,      NONE,                lo is up,         ''",
        "dropped,             loopback/localhost, 503, DOWN,    FIREWALL_DROP,       127.0.0.1,        -i lo -j ACCEPT",
        "rejected,            loopback/ipv4,      503, DOWN,    FIREWALL_REJECT,     refused,          -i lo -j ACCEPT",
        "no acknowledgements, loopback/ipv4,      503, DOWN,    FIREWALL_DROP,       timed out,        -i lo -j ACCEPT",
        "IPv6 dropped,        loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "IPv6 dropped,        loopback/ipv6,      200, UNKNOWN, FIREWALL_DROP,       timed out,        sudo ip6tables",
        "not sent,            loopback/ipv4,      503, DOWN,    FIREWALL_DROP,       timed out,        -i lo -j ACCEPT",
        "open again,          loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "open again,          loopback/ipv6,      200, UP,      NONE,                and back,         ''",
        "held back,           loopback/ipv4,      503, DOWN,    LO_QUEUEING,         timed out,        tc qdisc del dev lo root",
        "held back,           loopback/interface, 503, DOWN,    LO_QUEUEING,         lo is up,         tc qdisc del dev lo root",
        "without 127.0.0.1,   loopback/ipv4,      503, DOWN,    LO_NO_IPV4,          assign requested, ip addr add 127.0.0.1/8 dev lo",
        "without 127.0.0.1,   loopback/ipv6,      200, UP,      NONE,                and back,         ''",
        "without ::1,         loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "without ::1,         loopback/ipv6,      200, UNKNOWN, LO_NO_IPV6,          assign requested, ip addr add ::1/128 dev lo",
        "prohibited,          loopback/ipv4,      503, DOWN,    LOCAL_ROUTE_ALTERED, came to nothing,  ip route del prohibit",
        "no route,            loopback/ipv4,      503, DOWN,    LOCAL_ROUTE_ALTERED, came to nothing,  ip route replace local",
        "no ports left,       loopback/ipv4,      503, DOWN,    EPHEMERAL_EXHAUSTED, came to nothing,  ip_local_port_range",
        "switched off,        loopback/ipv4,      503, DOWN,    LO_DOWN,             timed out,        ip link set lo up",
        "switched off,        loopback/interface, 503, DOWN,    LO_DOWN,             lo is down,       ip link set lo up",
        "switched off,        loopback/ipv6,      200, UNKNOWN, LO_DOWN,             assign requested, ip link set lo up",
        "on again,            loopback/ipv4,      200, UP,      NONE,                and back,         ''",
        "on again,            loopback/ipv6,      200, UP,      NONE,                and back,         ''"
    })
    void eachStateHasItsStatusCauseAndFix(
            String state, String component, String code, String status, String cause, String observed, String fix) {
        List<String> line = of(state, component);
        assertThat(line.subList(2, 5)).as(line.toString()).containsExactly(code, status, cause);
        assertThat(line.get(6)).containsIgnoringCase(observed);
        assertThat(line.get(7)).contains(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "never up,          503, DOWN",
        "up at last,        200, UP",
        "up,                200, UP",
        "dropped,           503, DOWN",
        "IPv6 dropped,      200, UP",
        "without 127.0.0.1, 503, DOWN",
        "without ::1,       200, UP",
        "switched off,      503, DOWN",
        "on again,          200, UP"
    })
    void wholeFollowsIpv4Alone(String state, String code, String status) {
        for (String whole : List.of("", "loopback", "lo")) {
            assertThat(of(state, whole).subList(2, 4)).as(whole).containsExactly(code, status);
        }
        for (String probe : List.of("liveness", "readiness")) {
            assertThat(of(state, probe).subList(2, 4)).as(probe).containsExactly("200", "UP");
        }
    }

    @Test
    void alertFiresWhileLoopbackIsDown() {
        assumeTrue(alerts.stream().noneMatch(line -> line[1].equals("not possible")), "needs Debian's prometheus");
        assertThat(alerts.stream().map(line -> line[1] + ": " + line[2]))
                .containsExactly("ip link set lo down: fires", "ip link set lo up: does not fire");
    }

    @Test
    void keysAreTheSameWhateverTheStatus() {
        for (String component : List.of("interface", "ipv4", "ipv6", "localhost")) {
            Set<String> keys = new HashSet<>();
            told.values().stream()
                    .filter(line -> line.get(1).equals("loopback/" + component))
                    .forEach(line -> keys.add(line.get(8)));
            assertThat(keys).as(component).hasSize(1);
        }
    }
}
