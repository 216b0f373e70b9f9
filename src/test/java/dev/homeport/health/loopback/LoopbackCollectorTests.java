package dev.homeport.health.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.health.Cause;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.probe.Failure;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.LoopbackAddress;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Self-tests of this machine's real loopback, beside interfaces as they were saved. */
class LoopbackCollectorTests {

    private static final SelfTest SELF_TEST = new SelfTest(Duration.ofSeconds(5));

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final InstantSource clock = () -> now;

    private static Collector<Interfaces> developersMachine() {
        Interfaces saved = Fixtures.developersMachine().build();
        return () -> saved;
    }

    @Test
    void byteComesBackOnThisMachine() {
        SelfTest.Attempt attempt = SELF_TEST.of(IpAddress.IPV4_LOOPBACK);
        assertThat(attempt.failure()).isNull();
        assertThat(attempt.answer()).isEqualTo(LoopbackAnswer.WORKS);
        assumeTrue(LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty(), "needs ::1");
        assertThat(SELF_TEST.of(IpAddress.IPV6_LOOPBACK).failure()).isNull();
    }

    @Test
    void addressThatIsNotThereFailsWithTheSystemsWords() {
        SelfTest.Attempt attempt = SELF_TEST.of(IpAddress.parse("192.0.2.99").orElseThrow());
        assertThat(attempt.answer()).isEqualTo(LoopbackAnswer.FAILS);
        assertThat(attempt.failure().outcome()).isEqualTo(Outcome.ADDRESS_NOT_AVAILABLE);
    }

    @Test
    void processWithoutDescriptorsCannotTestAndDoesNotSayThatItFailed() {
        Failure failure = new Failure(Outcome.FAILED, "Too many open files", false);
        assertThat(new SelfTest.Attempt(failure).answer()).isEqualTo(LoopbackAnswer.UNTESTED);
    }

    @Test
    void momentFromWhichOnItWorksStays() {
        var collector = new LoopbackCollector(SELF_TEST, developersMachine(), clock);
        LoopbackState first = collector.collect();
        now = now.plusSeconds(5);
        LoopbackState second = collector.collect();
        assertThat(first.ipv4().answer()).isEqualTo(LoopbackAnswer.WORKS);
        assertThat(second.ipv4().since()).isEqualTo(first.ipv4().since());
        assertThat(second.device().since()).isEqualTo(first.device().since());
        assertThat(second.device().localRoute()).isEqualTo("local 127.0.0.0/8 dev lo");
    }

    @Test
    void interfaceThatCannotBeLookedAtChangesNothingAboutTheSelfTest() {
        Collector<Interfaces> broken = () -> {
            throw new IOException("netlink is forbidden");
        };
        LoopbackState state = new LoopbackCollector(SELF_TEST, broken, clock).collect();
        assertThat(state.ipv4().answer()).isEqualTo(LoopbackAnswer.WORKS);
        assertThat(state.device().unread()).contains("netlink is forbidden");
        assertThat(state.device().explanation().cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void changeOfTheCauseIsANewBeginning() {
        FamilyState works = new LoopbackCollector(SELF_TEST, developersMachine(), clock)
                .collect()
                .ipv4();
        FamilyState later = works.since(now.plusSeconds(60));
        assertThat(works.isAs(later)).isTrue();
        FamilyState fails = new FamilyState(
                IpFamily.IPV4,
                LoopbackAnswer.FAILS,
                "timed-out",
                "",
                new Explanations(Fixtures.loopback().build())
                        .of(IpFamily.IPV4, new Failure(Outcome.TIMED_OUT, "timed out", false)),
                now);
        assertThat(works.isAs(fails)).isFalse();
    }
}
