package dev.homeport.health.expectation;

import static dev.homeport.sockets.Fixtures.hidden;
import static dev.homeport.sockets.Fixtures.kernel;
import static dev.homeport.sockets.Fixtures.onDevice;
import static dev.homeport.sockets.Fixtures.process;
import static dev.homeport.sockets.Fixtures.tcp;
import static dev.homeport.sockets.Fixtures.udp;
import static dev.homeport.sockets.Fixtures.visible;
import static dev.homeport.sockets.Fixtures.withUnknownFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.health.names.Answers;
import dev.homeport.health.names.Names;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations held against saved readings: the verdict, and the difference in words. */
class ExpectationTests {

    /** What listens, by a short name. */
    private static final Map<String, List<ListeningSocket>> MACHINES = new HashMap<>();

    static {
        MACHINES.put("nothing", List.of());
        MACHINES.put("v4 loopback", List.of(tcp("127.0.0.1", 80, "nginx")));
        MACHINES.put("both loopbacks", List.of(tcp("127.0.0.1", 80, "nginx"), tcp("::1", 80, "nginx")));
        MACHINES.put("v4 wildcard", List.of(tcp("0.0.0.0", 80, "nginx")));
        MACHINES.put("dual", List.of(tcp("::", 80, "nginx")));
        MACHINES.put("dual unknown", List.of(withUnknownFamily(tcp("::", 80, "nginx"))));
        MACHINES.put("dual and loopback", List.of(tcp("::", 80, "nginx"), tcp("127.0.0.1", 80, "evil")));
        MACHINES.put("one address", List.of(tcp("192.168.1.5", 80, "nginx"), tcp("127.0.0.1", 80, "nginx")));
        MACHINES.put("bridge", List.of(tcp("172.17.0.1", 80, "nginx")));
        MACHINES.put("mapped", List.of(tcp("::ffff:127.0.0.1", 80, "java")));
        MACHINES.put("wildcard on lo", List.of(onDevice(tcp("0.0.0.0", 80, "nginx"), "lo")));
        MACHINES.put("wildcard on eth0", List.of(onDevice(tcp("0.0.0.0", 80, "nginx"), "eth0")));
        MACHINES.put("hidden", List.of(tcp("0.0.0.0", 80, hidden())));
        MACHINES.put("kernel", List.of(tcp("0.0.0.0", 80, kernel())));
        MACHINES.put("nameless", List.of(tcp("0.0.0.0", 80, visible(process(7, null, "root")))));
        MACHINES.put(
                "workers",
                List.of(tcp("0.0.0.0", 80, visible(process(7, "systemd", "root"), process(8, "nginx", "root")))));
        MACHINES.put("udp", List.of(udp("0.0.0.0", 80, "nginx")));
        MACHINES.put("cut", List.of(tcp("0.0.0.0", 80, "prometheus-node")));
        MACHINES.put("foreign", List.of(tcp("198.51.100.9", 80, "nginx")));
        MACHINES.put(
                "bound",
                Fixtures.oddSockets().stream()
                        .filter(socket -> socket.id().equals("odd-bound"))
                        .toList());
        MACHINES.put("developer", Fixtures.developersMachine());
        MACHINES.put("odd", Fixtures.oddSockets());
    }

    private static ExpectationVerdict judge(String name, String text, String machine) {
        Reading<ListeningSockets> sockets =
                Fixtures.reading(MACHINES.get(machine).toArray(ListeningSocket[]::new));
        return ExpectationParser.parse(name, text).judge(new Expectation.Observed(sockets, Answers.none()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp/80 loopback             | v4 loopback       | met     | ",
                "tcp/80 loopback             | both loopbacks    | met     | ",
                "tcp/80 loopback             | mapped            | met     | ",
                "tcp/80 loopback             | wildcard on lo    | met     | ",
                "tcp/80 loopback             | nothing           | unmet   | Something should.",
                "tcp/80 loopback             | udp               | unmet   | Something should.",
                "tcp/80 loopback             | v4 wildcard       | unmet   | further than “loopback only”: tcp 0.0.0.0:80 by nginx (all interfaces)",
                "tcp/80 loopback             | dual              | unmet   | tcp [::]:80 by nginx (all interfaces, IPv4 too)",
                "tcp/80 loopback             | dual and loopback | unmet   | tcp [::]:80 by nginx (all interfaces, IPv4 too)",
                "tcp/80 loopback             | one address       | unmet   | tcp 192.168.1.5:80 by nginx (one address)",
                "tcp/80 loopback             | bridge            | unmet   | tcp 172.17.0.1:80 by nginx (containers)",
                "tcp/80 loopback             | foreign           | unmet   | cannot be reached as far as “loopback only”: “foreign address” is the most",
                "tcp/80 all                  | v4 wildcard       | met     | ",
                "tcp/80 all                  | dual              | met     | ",
                "tcp/80 all                  | one address       | unmet   | cannot be reached as far as “all interfaces”: “one address” is the most",
                "tcp/80 all                  | wildcard on eth0  | unmet   | “one address” is the most",
                "tcp/80 address              | one address       | met     | ",
                "tcp/80 containers           | bridge            | met     | ",
                "tcp4/80 all                 | dual              | met     | ",
                "tcp6/80 all                 | dual              | met     | ",
                "tcp6/80 all                 | v4 wildcard       | unmet   | on that port there is only: tcp 0.0.0.0:80",
                "tcp4/80 all                 | dual unknown      | unknown | Whether [::]:80 takes IPv4 too cannot be read",
                "tcp4/80 none                | dual unknown      | unknown | Whether [::]:80 takes IPv4 too cannot be read",
                "tcp6/80 all                 | dual unknown      | met     | ",
                "tcp/80 none                 | nothing           | met     | ",
                "tcp/80 none                 | v4 loopback       | unmet   | Something listens there.",
                "tcp4/80 none                | dual              | unmet   | Something listens there.",
                "tcp/7004 none               | bound             | met     | ",
                "tcp/7004 any                | bound             | unmet   | which does not listen",
                "tcp/80 any                  | dual              | met     | ",
                "tcp/80 127.0.0.1            | v4 loopback       | met     | ",
                "tcp/80 127.0.0.1            | both loopbacks    | unmet   | It listens elsewhere: tcp [::1]:80 by nginx (loopback only).",
                "tcp/80 127.0.0.1 ::1        | v4 loopback       | unmet   | Nothing is bound to ::1.",
                "tcp/80 127.0.0.1            | v4 wildcard       | unmet   | Nothing is bound to 127.0.0.1. It listens elsewhere: tcp 0.0.0.0:80",
                "tcp/80 0.0.0.0              | dual              | met     | ",
                "tcp/80 ::                   | dual              | met     | ",
                "tcp/80 0.0.0.0 ::           | v4 wildcard       | unmet   | Nothing is bound to ::.",
                "tcp/80 0.0.0.0              | dual unknown      | unknown | Whether [::]:80 takes IPv4 too cannot be read",
                "tcp/80 0.0.0.0 ::           | dual unknown      | unknown | Whether [::]:80 takes IPv4 too cannot be read",
                "tcp/80 ::                   | dual unknown      | met     | ",
                "tcp/80 192.168.1.5          | one address       | unmet   | It listens elsewhere: tcp 127.0.0.1:80",
                "tcp/80 192.168.1.5 127.0.0.1 | one address      | met     | ",
                "udp/80 all                  | udp               | met     | ",
                "tcp/80 all process nginx    | v4 wildcard       | met     | ",
                "tcp/80 all process nginx    | workers           | met     | ",
                "tcp/80 all process prometheus-node-exporter | cut | met  | ",
                "tcp/80 all process prometheus-blackbox      | cut | unmet | should be held by prometheus-blackbox, and is by prometheus-node.",
                "tcp/80 all process prometheus-node          | cut | met  | ",
                "tcp/80 all process nginx-ingress            | v4 wildcard | unmet | and is by nginx.",
                "tcp/80 all process caddy    | v4 wildcard       | unmet   | tcp 0.0.0.0:80 should be held by caddy, and is by nginx.",
                "tcp/80 all process nginx    | dual and loopback | unmet   | tcp 127.0.0.1:80 should be held by nginx, and is by evil.",
                "tcp/80 all process nginx    | hidden            | unknown | Who holds 0.0.0.0:80 is not visible from here: Homeport runs as user id 1000.",
                "tcp/80 all process nginx    | nameless          | unknown | the process has no name that could be read",
                "tcp/80 all process nginx    | kernel            | unmet   | should be held by nginx, and is by no process.",
                "tcp/80 loopback process x   | hidden            | unmet   | further than “loopback only”",
                "tcp/80 all                  | hidden            | met     | ",
            })
    void portsAreHeldAgainstWhatListens(String text, String machine, String standing, String difference) {
        ExpectationVerdict verdict = judge("x", text, machine);
        assertVerdict(verdict, standing, difference);
    }

    /** @param difference words of it; null when there is none */
    private static void assertVerdict(ExpectationVerdict verdict, String standing, String difference) {
        assertThat(verdict.standing().text()).as(verdict.toString()).isEqualTo(standing);
        if (difference == null) {
            assertThat(verdict.difference()).isNull();
        } else {
            assertThat(verdict.difference()).contains(difference);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22,6379,8025,8443,9090      | developer | unmet | Not expected beyond loopback: udp 0.0.0.0:5353 by firefox (all interfaces).",
                "22,5353,6379,8025,8443,9090 | developer | met   | ",
                "1-9999                      | developer | met   | ",
                "tcp/1-9999                  | developer | unmet | udp 0.0.0.0:5353",
                "none                        | both loopbacks | met | ",
                "none                        | wildcard on lo | met | ",
                "none                        | foreign   | met   | ",
                "none                        | developer | unmet | and 1 more",
            })
    void nothingElseMayListenBeyondLoopback(String text, String machine, String standing, String difference) {
        ExpectationVerdict verdict = judge("only", text, machine);
        assertVerdict(verdict, standing, difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name localhost 127.0.0.1 ::1 | 127.0.0.1 ::1 | met     | ",
                "name localhost ::1 127.0.0.1 | 127.0.0.1 ::1 | met     | ",
                "name localhost 127.0.0.1 ::1 | 127.0.0.1     | unmet   | It does not lead to ::1.",
                "name localhost 127.0.0.1     | 127.0.0.1 ::1 | unmet   | It also leads to ::1.",
                "name localhost 127.0.0.1     | ::ffff:127.0.0.1 | met  | ",
                "name localhost ::ffff:127.0.0.1 | 127.0.0.1  | met     | ",
                "name localhost 127.0.0.1     | 10.0.0.7      | unmet   | It does not lead to 127.0.0.1. It also leads to 10.0.0.7.",
                "name localhost 127.0.0.1     | !not known    | unmet   | The resolver says: not known.",
                "name localhost 127.0.0.1     | ?too slow     | unknown | too slow",
            })
    void namesAreHeldAgainstTheResolver(String text, String answer, String standing, String difference) {
        Reading<Names> names = Answers.of("localhost", answer);
        ExpectationVerdict verdict =
                ExpectationParser.parse("x", text).judge(new Expectation.Observed(Fixtures.reading(), names));
        assertVerdict(verdict, standing, difference);
    }

    @Test
    void whatCouldNotBeReadIsNeitherMetNorUnmet() {
        Reading<ListeningSockets> stale = Fixtures.reading().failed("The kernel refused.");
        Reading<Names> missing = new Reading.Missing<>("Not asked yet.");
        for (String text : List.of("tcp/80 loopback", "tcp/80 none", "name localhost 127.0.0.1")) {
            ExpectationVerdict verdict =
                    ExpectationParser.parse("x", text).judge(new Expectation.Observed(stale, missing));
            assertThat(verdict.standing()).as(text).isEqualTo(Fulfilment.UNKNOWN);
            assertThat(verdict.difference()).containsAnyOf("The kernel refused.", "Not asked yet.");
        }
        ExpectationVerdict only =
                ExpectationParser.parse("only", "none").judge(new Expectation.Observed(stale, missing));
        assertThat(only.standing()).isEqualTo(Fulfilment.UNKNOWN);
    }

    @Test
    void baselineIsMetByTheMachineThatItDescribes() {
        for (String machine : MACHINES.keySet()) {
            ListeningSockets sockets = Fixtures.sockets(MACHINES.get(machine).toArray(ListeningSocket[]::new));
            Reading<Names> names = Answers.of("localhost", "127.0.0.1 ::1");
            String baseline = Baseline.of(sockets, names.latest().orElseThrow());
            assertThat(baseline)
                    .contains("homeport.expect.only=", "homeport.expect.localhost=name localhost 127.0.0.1 ::1");
            baseline.lines().forEach(line -> {
                assertThat(line).matches("homeport\\.expect\\.[a-z0-9-]+=[\\x20-\\x7e]+");
                String[] parts = line.substring("homeport.expect.".length()).split("=", 2);
                ExpectationVerdict verdict = ExpectationParser.parse(parts[0], parts[1])
                        .judge(new Expectation.Observed(
                                new Reading.Fresh<>(sockets, Fixtures.TAKEN_AT, java.time.Duration.ZERO), names));
                assertThat(verdict.standing()).as(machine + ": " + line).isEqualTo(Fulfilment.MET);
            });
        }
    }

    @Test
    void baselineNamesEachPortOnce() {
        ListeningSockets sockets = Fixtures.sockets(
                tcp("127.0.0.1", 3000, "node"),
                tcp("127.0.0.1", 3001, "node"),
                tcp("127.0.0.1", 4000, "${oops}"),
                tcp("127.0.0.1", 4001, "only"),
                tcp("0.0.0.0", 22, hidden()));
        assertThat(Baseline.of(sockets, new Names(Map.of()))).isEqualTo("""
                homeport.expect.ssh=tcp/22 all
                homeport.expect.node-3000=tcp/3000 loopback process node
                homeport.expect.node-3001=tcp/3001 loopback process node
                homeport.expect.terabase=tcp/4000 loopback
                homeport.expect.port-4001=tcp/4001 loopback process only
                homeport.expect.only=tcp/22
                """);
    }
}
