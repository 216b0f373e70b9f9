package dev.homeport.health.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.health.Cause;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.latency.probe.Failure;
import dev.homeport.net.Outcome;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What attempts come to, with the interfaces looked at and not. */
class LoopbackRulesTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static SelfTest.Attempt attempt(String words) {
        return new SelfTest.Attempt(
                switch (words) {
                    case "ok" -> null;
                    case "timed out" -> new Failure(Outcome.TIMED_OUT, "Connect timed out", false);
                    case "no address" ->
                        new Failure(Outcome.ADDRESS_NOT_AVAILABLE, "Cannot assign requested address", false);
                    case "no IPv6 in Java" ->
                        new Failure(Outcome.ADDRESS_NOT_AVAILABLE, "This Java process was started without IPv6", true);
                    case "no descriptor" -> new Failure(Outcome.FAILED, "Too many open files", false);
                    default -> throw new IllegalArgumentException(words);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "true,  ok,              ok,              WORKS,    NONE,          WORKS,    NONE",
        "true,  timed out,       timed out,       FAILS,    FIREWALL_DROP, FAILS,    FIREWALL_DROP",
        "true,  ok,              no IPv6 in Java, WORKS,    NONE,          UNTESTED, JVM_WITHOUT_IPV6",
        "true,  no descriptor,   no descriptor,   UNTESTED, UNKNOWN,       UNTESTED, UNKNOWN",
        "false, ok,              ok,              WORKS,    NONE,          WORKS,    NONE",
        "false, timed out,       timed out,       FAILS,    UNKNOWN,       FAILS,    UNKNOWN",
        "false, ok,              no address,      WORKS,    NONE,          ABSENT,   LO_NO_IPV6",
        "false, no address,      no address,      FAILS,    UNKNOWN,       ABSENT,   LO_NO_IPV6",
        "false, ok,              no IPv6 in Java, WORKS,    NONE,          UNTESTED, JVM_WITHOUT_IPV6",
        "false, no descriptor,   no descriptor,   UNTESTED, UNKNOWN,       UNTESTED, UNKNOWN"
    })
    void nothingIsGuessedAt(
            boolean isSeen,
            String ipv4,
            String ipv6,
            LoopbackAnswer answer4,
            Cause cause4,
            LoopbackAnswer answer6,
            Cause cause6) {
        LoopbackRules.Look look = isSeen
                ? new LoopbackRules.Look(Fixtures.loopback().build(), null)
                : new LoopbackRules.Look(null, "netlink is forbidden");
        LoopbackState state = new LoopbackRules(look, NOON).state(attempt(ipv4), attempt(ipv6));
        assertThat(state.ipv4().answer()).isEqualTo(answer4);
        assertThat(state.ipv4().explanation().cause()).isEqualTo(cause4);
        assertThat(state.ipv6().answer()).isEqualTo(answer6);
        assertThat(state.ipv6().explanation().cause()).isEqualTo(cause6);
        assertThat(state.device().explanation().cause()).isEqualTo(isSeen ? Cause.NONE : Cause.UNKNOWN);
    }
}
