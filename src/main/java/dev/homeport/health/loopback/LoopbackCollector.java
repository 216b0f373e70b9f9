package dev.homeport.health.loopback;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import dev.homeport.reading.Collector;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tests both families and looks at the interfaces in the same moment, so that one explains the other. */
final class LoopbackCollector implements Collector<LoopbackState> {

    private final SelfTest selfTest;
    private final Collector<Interfaces> interfaces;
    private final InstantSource clock;
    private @Nullable LoopbackState last;

    LoopbackCollector(SelfTest selfTest, Collector<Interfaces> interfaces, InstantSource clock) {
        this.selfTest = selfTest;
        this.interfaces = interfaces;
        this.clock = clock;
    }

    @Override
    public LoopbackState collect() {
        SelfTest.Attempt ipv4 = selfTest.of(IpAddress.IPV4_LOOPBACK);
        SelfTest.Attempt ipv6 = selfTest.of(IpAddress.IPV6_LOOPBACK);
        LoopbackState state = new LoopbackRules(look(), clock.instant()).state(ipv4, ipv6);
        last = last == null ? state : state.after(last);
        return last;
    }

    private LoopbackRules.Look look() {
        try {
            return new LoopbackRules.Look(interfaces.collect(), null);
        } catch (Exception | LinkageError e) {
            return new LoopbackRules.Look(null, HostileText.clean(String.valueOf(e.getMessage())));
        }
    }
}
