package dev.homeport.latency.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.LoopbackAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes on this machine's own loopback. */
class RealProbesTests {

    private final Threads threads = new Threads();
    private final Probes probes = new Probes(threads, new Watch(Duration.ofSeconds(4)));

    @ParameterizedTest
    @EnumSource(ProbeTarget.class)
    void eachTargetIsMeasuredOrSaysWhyNot(ProbeTarget target) {
        try (Prober prober = probes.prober(target)) {
            Burst burst = prober.burst(10);
            if (burst.failure() == null) {
                assertThat(burst.nanos()).hasSize(10);
                assertThat(burst.nanos()).doesNotContain(0L);
            } else {
                assumeTrue(burst.failure().absence(), burst.failure().toString());
                assertThat(burst.failure().detail()).isNotBlank();
            }
        }
    }

    @Test
    void bothEndsSendAtOnce() throws IOException {
        try (Loopback.Pair pair = Loopback.connect(ProbeTarget.TCP4.loopback(), Duration.ofSeconds(4))) {
            assertThat(pair.near().getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            assertThat(pair.far().getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        }
    }

    /** What a thread allocated is counted by the JVM itself. */
    @Test
    void roundTripsAllocateNothingInTheLoop() throws IOException {
        var counting = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(counting.isThreadAllocatedMemorySupported());
        try (Exchange tcp = RoundTrip.overTcp(ProbeTarget.TCP4.loopback(), 64, Duration.ofSeconds(4), threads);
                Exchange udp = RoundTrip.overUdp(ProbeTarget.UDP4.loopback(), 64, threads)) {
            for (Exchange exchange : Arrays.asList(tcp, udp)) {
                for (int i = 0; i < 20_000; i++) {
                    exchange.once();
                }
                long before = counting.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 5_000; i++) {
                    exchange.once();
                }
                assertThat(counting.getCurrentThreadAllocatedBytes() - before).isLessThan(5_000);
            }
        }
    }

    @Test
    void connectsAreHalfAsManyAndTheMappedOneIsOne() {
        assertThat(ProbeTarget.TCP6.samples(10)).isEqualTo(10);
        assertThat(ProbeTarget.CONNECT4.samples(10)).isEqualTo(5);
        assertThat(ProbeTarget.CONNECT6.samples(1)).isEqualTo(1);
        assertThat(ProbeTarget.CONNECT_MAPPED.samples(100)).isEqualTo(1);
    }

    @Test
    void ipv6IsMeasuredWhereItIs() {
        assumeTrue(LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty(), "needs ::1");
        try (Prober prober = probes.prober(ProbeTarget.TCP6)) {
            assertThat(prober.burst(10).failure()).isNull();
            assertThat(prober.sockets()).isEqualTo(2);
        }
    }
}
