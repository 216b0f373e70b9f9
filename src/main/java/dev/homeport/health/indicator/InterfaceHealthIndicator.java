package dev.homeport.health.indicator;

import dev.homeport.health.Cause;
import dev.homeport.health.loopback.InterfaceState;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.interfaces.AssignedAddress;
import dev.homeport.interfaces.Interface;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code loopback/interface}: the loopback interface at the moment of the last self-test (DOMAIN R5.1, R5.31). DOWN when it
 * is why IPv4 fails, so that it never says otherwise than the self-test; UNKNOWN when it could not be looked at.
 */
final class InterfaceHealthIndicator implements HealthIndicator {

    private final CachedCollector<LoopbackState> loopback;

    InterfaceHealthIndicator(CachedCollector<LoopbackState> loopback) {
        this.loopback = loopback;
    }

    @Override
    public Health health() {
        Reading<LoopbackState> reading = loopback.snapshot().reading();
        Optional<InterfaceState> known = reading.latest().map(LoopbackState::device);
        Optional<Interface> device = known.map(InterfaceState::device);
        return Details.of(reading)
                .with("name", device.map(Interface::name).orElse(null))
                .with("observed", known.map(InterfaceHealthIndicator::observed).orElse(null))
                .with("up", device.map(Interface::isUp).orElse(null))
                .with("operstate", device.map(one -> one.state().name()).orElse(null))
                .with("mtu", device.map(Interface::mtu).orElse(null))
                .with("queueing", device.map(Interface::queueing).orElse(null))
                .with(
                        "addresses",
                        device.map(InterfaceHealthIndicator::addresses).orElse(List.of()))
                .with("localRoute", known.map(InterfaceState::localRoute).orElse(null))
                .with(known.map(InterfaceState::explanation).orElse(null))
                .with("since", known.map(InterfaceState::since).orElse(null))
                .as(reading instanceof Reading.Fresh ? status(known) : Status.UNKNOWN);
    }

    private static String observed(InterfaceState state) {
        Interface device = state.device();
        if (state.unread() != null) {
            return "It could not be looked at: " + state.unread();
        } else if (device == null) {
            return "There is no loopback interface.";
        }
        List<String> addresses = addresses(device);
        return device.name() + " is " + (device.isUp() ? "up" : "down") + ", with "
                + (addresses.isEmpty() ? "no address" : String.join(" and ", addresses)) + ".";
    }

    private static List<String> addresses(Interface device) {
        return device.addresses().stream().map(AssignedAddress::text).toList();
    }

    private static Status status(Optional<InterfaceState> known) {
        Cause cause = known.map(state -> state.explanation().cause()).orElse(Cause.UNKNOWN);
        return switch (cause) {
            case NONE -> Status.UP;
            case UNKNOWN -> Status.UNKNOWN;
            default -> Status.DOWN;
        };
    }
}
