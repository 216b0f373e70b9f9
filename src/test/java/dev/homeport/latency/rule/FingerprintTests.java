package dev.homeport.latency.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTests {

    /** A thousand swift samples, and these many slow ones. */
    private static Distribution with(double millis, int count) {
        long[] nanos = LongStream.concat(
                        LongStream.generate(() -> 20_000).limit(1000),
                        LongStream.generate(() -> (long) (millis * 1e6)).limit(count))
                .toArray();
        return Distribution.of(nanos, nanos.length);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,     43.98, 2, DELAYED_ACK",
        "TCP,     40,    2, DELAYED_ACK",
        "TCP,     203,   2, RETRANSMISSION",
        "TCP,     408,   3, RETRANSMISSION",
        "CONNECT, 1004,  1, LOST_SYN",
        "CONNECT, 1023,  1, LOST_SYN",
        "CONNECT, 3030,  1, LOST_SYN",
        "RESOLVE, 5005,  1, NAME_SERVER",
        "RESOLVE, 10010, 1, NAME_SERVER"
    })
    void clusterIsNamed(ProbeKind kind, double millis, int count, Fingerprint fingerprint) {
        assertThat(Fingerprint.in(kind, with(millis, count)))
                .containsExactly(new Fingerprint.Match(fingerprint, count));
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,     43.98, 1",
        "TCP,  30,   5",
        "TCP,     1.2, 50",
        "CONNECT, 44, 9",
        "CONNECT, 700, 3",
        "RESOLVE, 1000,  3",
        "UDP,  44,   9",
        "ICMP,    200, 9"
    })
    void whatIsNoneIsNotNamed(ProbeKind kind, double millis, int count) {
        assertThat(Fingerprint.in(kind, with(millis, count))).isEmpty();
    }

    @Test
    void slownessThatIsSpreadOutIsNoCluster() {
        long[] nanos = IntStream.rangeClosed(16, 95)
                .mapToLong(millis -> Duration.ofMillis(millis).toNanos())
                .toArray();
        assertThat(Fingerprint.in(ProbeKind.TCP, Distribution.of(nanos, nanos.length)))
                .isEmpty();
    }

    @Test
    void eachSaysWhatTakesSoLong() {
        assertThat(Arrays.stream(Fingerprint.values()))
                .allSatisfy(fingerprint -> assertThat(fingerprint.cause()).endsWith("."));
        assertThat(Fingerprint.DELAYED_ACK.cause()).startsWith("Nagle and delayed ACK");
    }
}
