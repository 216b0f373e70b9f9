package dev.homeport.health.meter;

import dev.homeport.latency.counters.Counter;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.counters.Rise;
import dev.homeport.reading.CachedCollector;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The kernel's early warnings (DOMAIN 7) as counters since the network namespace was made, {@code
 * homeport.kernel.listen.overflows} and others; those that this system has.
 */
@Component
class KernelMeters extends FollowedMeters<KernelCounters> {

    private static final String PREFIX = "homeport.kernel.";

    private final Set<Counter> registered = EnumSet.noneOf(Counter.class);

    KernelMeters(CachedCollector<KernelCounters> counters) {
        super(counters);
    }

    /** Its last word is the unit. */
    private static String name(Counter counter) {
        return PREFIX
                + switch (counter) {
                    case LISTEN_OVERFLOWS -> "listen.overflows";
                    case LISTEN_DROPS -> "listen.drops";
                    case SYN_QUEUE_FULL -> "syn.queue.drops";
                    case SYN_COOKIES -> "syn.cookies";
                    case SYN_RETRANSMISSIONS -> "syn.retransmissions";
                    case TIMEOUTS -> "tcp.timeouts";
                    case RETRANSMISSIONS -> "tcp.retransmissions";
                    case BACKLOG_DROPS -> "tcp.backlog.drops";
                    case RECEIVE_QUEUE_DROPS -> "tcp.receive.queue.drops";
                    case PRUNED -> "tcp.receive.queue.prunes";
                    case ZERO_WINDOW_DROPS -> "tcp.zero.window.drops";
                    case UDP_IN -> "udp.received.datagrams";
                    case UDP_OUT -> "udp.sent.datagrams";
                    case UDP_ERRORS -> "udp.receive.errors";
                    case UDP_FULL_BUFFERS -> "udp.receive.buffer.errors";
                    case UDP_SEND_ERRORS -> "udp.send.buffer.errors";
                    case UDP_NO_PORT -> "udp.closed.port.datagrams";
                    case SOFTNET_DROPS -> "backlog.drops";
                    case OUTSIDE -> "outside.packets";
                };
    }

    /** What a system has shows with its first reading. */
    @Override
    void take(KernelCounters known, MeterRegistry meters) {
        known.rises().keySet().stream().filter(registered::add).forEach(counter -> register(counter, meters));
    }

    private void register(Counter counter, MeterRegistry meters) {
        String name = name(counter);
        FunctionCounter.builder(name, this, self -> self.total(counter))
                .description(counter.label() + ". " + counter.meaning())
                .baseUnit(name.substring(name.lastIndexOf('.') + 1))
                .register(meters);
    }

    private double total(Counter counter) {
        return latest().flatMap(known -> known.of(counter))
                .map(Rise::total)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
