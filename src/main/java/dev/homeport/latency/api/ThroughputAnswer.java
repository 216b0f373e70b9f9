package dev.homeport.latency.api;

import dev.homeport.answer.Decimals;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.run.Throughput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much went through loopback.
 *
 * @param rates with one stream and with four; fewer when it failed
 * @param outcome what it failed with; null when it did not
 * @param meaning what the numbers are, and what they are not
 */
record ThroughputAnswer(
        String address,
        List<RateAnswer> rates,
        @Nullable String outcome,
        @Nullable String reason,
        String meaning) {

    /** A rate: 10<sup>9</sup> bits a second. */
    record RateAnswer(int streams, long bytes, double seconds, double gigabitsPerSecond) {}

    static ThroughputAnswer of(Throughput throughput) {
        Failure failure = throughput.failure();
        return new ThroughputAnswer(
                throughput.address(),
                throughput.rates().stream()
                        .map(rate -> new RateAnswer(
                                rate.streams(),
                                rate.bytes(),
                                Decimals.round(rate.seconds(), 3),
                                Decimals.round(rate.gigabitsPerSecond(), 3)))
                        .toList(),
                failure == null ? null : failure.outcome().text(),
                failure == null ? null : failure.detail(),
                Throughput.MEANING);
    }
}
