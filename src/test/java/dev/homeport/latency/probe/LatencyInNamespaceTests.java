package dev.homeport.latency.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What probes meet on a real loopback in each state that it can be brought into (DOMAIN R5.6, R5.40). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatencyInNamespaceTests {

    private final Map<String, List<String>> met = new HashMap<>();

    @BeforeAll
    void run() throws Exception {
        for (String script : List.of("true", "ip link set lo up")) {
            Namespace.run(script, LatencyStates.class)
                    .forEach(line -> met.put(line[0] + ", " + line[1], List.of(line)));
        }
    }

    private List<String> of(String state, String target) {
        assumeTrue(!met.containsKey(state + " not possible, " + target), "this kernel, or machine, cannot do that");
        assertThat(met).containsKey(state + ", " + target);
        return met.get(state + ", " + target);
    }

    /** The outcome, and words of the reason. */
    @ParameterizedTest
    @CsvSource({
        "never up,               tcp4,            network-unreachable,   lo was never switched on",
        "never up,               udp4,            network-unreachable,   lo was never switched on",
        "never up,               connect4,        network-unreachable,   lo was never switched on",
        "never up,               tcp6,            address-not-available, started without IPv6",
        "never up,               connect4-mapped, address-not-available, started without IPv6",
        "up at last,             tcp4,            ok,                    ''",
        "up at last,             udp4,            ok,                    ''",
        "'new, up at last',      tcp6,            address-not-available, started again",
        "up,                     tcp4,            ok,                    ''",
        "up,                     tcp6,            ok,                    ''",
        "up,                     udp4,            ok,                    ''",
        "up,                     udp6,            ok,                    ''",
        "up,                     connect4,        ok,                    ''",
        "up,                     connect6,        ok,                    ''",
        "up,                     connect4-mapped, ok,                    ''",
        "up,                     resolve,         ok,                    ''",
        "up,                     icmp4,           not-permitted,         net.ipv4.ping_group_range",
        "'new, pings allowed',   icmp4,           ok,                    ''",
        "'new, pings allowed',   icmp6,           ok,                    ''",
        "dropped,                tcp4,            timed-out,             a firewall drops",
        "dropped,                tcp6,            timed-out,             a firewall drops",
        "dropped,                udp4,            timed-out,             a firewall drops",
        "dropped,                connect4,        timed-out,             a firewall drops",
        "'new, dropped',         connect6,        timed-out,             a firewall drops",
        "allowed again,          tcp4,            ok,                    ''",
        "allowed again,          udp6,            ok,                    ''",
        "'new, rejected',        tcp4,            refused,               a firewall rejects",
        "'new, rejected',        tcp6,            refused,               a firewall rejects",
        "rejected,               udp4,            refused,               a firewall rejects",
        "rejected,               connect4,        refused,               a firewall rejects",
        "rejected,               connect4-mapped, refused,               a firewall rejects",
        "not sent,               udp4,            not-permitted,         rule for what is sent",
        "not sent,               udp6,            not-permitted,         rule for what is sent",
        "not sent,               connect4,        timed-out,             a firewall drops",
        "open again,             tcp4,            ok,                    ''",
        "delayed,                tcp4,            ok,                    ''",
        "delayed,                tcp6,            ok,                    ''",
        "swift again,            udp4,            ok,                    ''",
        "'new, without ::1',     tcp6,            address-not-available, No interface of this machine has ::1",
        "'new, without ::1',     udp6,            address-not-available, No interface of this machine has ::1",
        "without ::1,            connect6,        address-not-available, No interface of this machine has ::1",
        "without ::1,            tcp4,            ok,                    ''",
        "'new, without 127.0.0.1', tcp4,          address-not-available, No interface of this machine has 127.0.0.1",
        "without 127.0.0.1,      udp4,            network-unreachable,   was taken from it",
        "'new, without 127.0.0.1', tcp6,          ok,                    ''",
        "with both,              tcp4,            ok,                    ''",
        "switched off,           tcp4,            timed-out,             lo was switched off",
        "switched off,           udp4,            timed-out,             lo was switched off",
        "'new, switched off',    connect4,        timed-out,             lo was switched off",
        "'new, switched off',    tcp6,            address-not-available, No interface of this machine has ::1",
        "on again,               tcp4,            ok,                    ''",
        "on again,               connect4,        ok,                    ''"
    })
    void eachStateHasItsOutcome(String state, String target, String outcome, String reason) {
        List<String> line = of(state, target);
        assertThat(line.get(2)).as(line.toString()).isEqualTo(outcome);
        assertThat(line.get(5)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'new, without ::1',       tcp6,            true",
        "'new, without 127.0.0.1', tcp4,            false",
        "'new, up at last',        udp6,            true",
        "'new, up at last',        connect4-mapped, true",
        "'new, dropped',           tcp6,            false"
    })
    void onlyWhatAMachineMayDoWithoutIsAnAbsence(String state, String target, boolean absence) {
        assertThat(of(state, target).get(3)).isEqualTo(String.valueOf(absence));
    }

    @Test
    void noConnectionStaysInTimeWait() {
        assertThat(of("in TIME_WAIT", "anywhere").get(2)).isEqualTo("0");
    }

    @Test
    void aQueueThatDelaysIsMeasuredInMilliseconds() {
        for (String target : List.of("tcp4", "udp4", "connect4", "tcp6", "udp6", "connect6")) {
            assertThat(Long.parseLong(of("delayed", target).get(4))).as(target).isGreaterThan(2000);
        }
    }
}
