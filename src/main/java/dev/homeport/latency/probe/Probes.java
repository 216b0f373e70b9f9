package dev.homeport.latency.probe;

import dev.homeport.net.LocalhostName;
import java.io.IOException;
import java.net.StandardProtocolFamily;

/**
 * Begins the exchanges of all targets.
 *
 * @param threads that run the echoes
 * @param watch that ends what takes too long
 */
public record Probes(Threads threads, Watch watch) {

    private static final int WARM_UP = 200;
    private static final int SHORT_WARM_UP = 20;

    /** One who measures that target. */
    public Prober prober(ProbeTarget target) {
        boolean roundTrips = target.kind() == ProbeKind.TCP || target.kind() == ProbeKind.UDP;
        boolean kept = target.kind() != ProbeKind.CONNECT; // nobody wants to see a listener for that all the time
        return new Prober(
                () -> open(target),
                new Prober.Habit(roundTrips ? WARM_UP : SHORT_WARM_UP, kept, target.mayBeAbsent()),
                watch);
    }

    private Exchange open(ProbeTarget target) throws IOException {
        try {
            return switch (target) {
                case TCP4, TCP6 -> RoundTrip.overTcp(target.loopback(), RoundTrip.SIZE, watch.patience(), threads);
                case UDP4, UDP6 -> RoundTrip.overUdp(target.loopback(), RoundTrip.SIZE, threads);
                case CONNECT4 -> Connect.toOwnListener(target.loopback(), StandardProtocolFamily.INET);
                case CONNECT6, CONNECT_MAPPED -> Connect.toOwnListener(target.loopback(), StandardProtocolFamily.INET6);
                case RESOLVE -> new NameLookup(LocalhostName.NAME);
                case ICMP4, ICMP6 -> IcmpEcho.open(target.loopback().family());
            };
        } catch (UnsupportedOperationException e) {
            throw new NoSuchFamilyException(e);
        }
    }
}
