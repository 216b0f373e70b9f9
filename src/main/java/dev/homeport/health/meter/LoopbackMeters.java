package dev.homeport.health.meter;

import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.net.IpFamily;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * {@code homeport.loopback.up}, a gauge for each {@code family}: 1 when the last self-test succeeded, 0 when it failed; NaN
 * where there is nothing to test, or it was not tested, so that no alert for 0 rings for a machine without IPv6.
 */
@Component
class LoopbackMeters implements MeterBinder {

    private final CachedCollector<LoopbackState> loopback;

    LoopbackMeters(CachedCollector<LoopbackState> loopback) {
        this.loopback = loopback;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (IpFamily family : IpFamily.values()) {
            Gauge.builder("homeport.loopback.up", () -> up(family))
                    .description("Whether a byte went to the loopback address and back; NaN where there is none")
                    .tag("family", family.text())
                    .register(registry);
        }
    }

    private double up(IpFamily family) {
        LoopbackAnswer answer = loopback.snapshot().reading() instanceof Reading.Fresh<LoopbackState> fresh
                ? fresh.value().of(family).answer()
                : LoopbackAnswer.UNTESTED;
        return switch (answer) {
            case WORKS -> 1;
            case FAILS -> 0;
            case ABSENT, UNTESTED -> Double.NaN;
        };
    }
}
