package dev.homeport.health.indicator;

import dev.homeport.finding.Fix;
import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.health.names.NameAnswer;
import dev.homeport.health.names.Names;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalhostName;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code loopback/localhost}: what the system's resolver makes of {@code localhost}, and whether what it leads to answers.
 * DOWN only with IPv4's self-test; a name that leads nowhere, or elsewhere, is UNKNOWN with its cause: whoever wants an
 * alarm for that expects {@code name localhost 127.0.0.1}.
 */
final class LocalhostHealthIndicator implements HealthIndicator {

    private static final Fix HOSTS_LINE =
            Fix.note("Give the hosts file the line \"127.0.0.1 localhost\"; /hosts shows what stands there now.");

    private static final Fix ASK_RESOLVER = Fix.note(
            "See what holds the system's resolver up: getent ahosts localhost, /etc/nsswitch.conf, /etc/resolv.conf.");

    private final CachedCollector<Names> names;
    private final CachedCollector<LoopbackState> loopback;

    LocalhostHealthIndicator(CachedCollector<Names> names, CachedCollector<LoopbackState> loopback) {
        this.names = names;
        this.loopback = loopback;
    }

    /** What follows from the name and the self-tests together. */
    private record Conclusion(Status status, Explanation explanation, Instant since) {

        Conclusion notBefore(Instant other) {
            return other.isAfter(since) ? new Conclusion(status, explanation, other) : this;
        }
    }

    @Override
    public Health health() {
        Reading<Names> reading = names.snapshot().reading();
        Optional<NameAnswer> answer = reading.latest().flatMap(all -> all.of(LocalhostName.NAME));
        Optional<Conclusion> conclusion =
                reading instanceof Reading.Fresh ? answer.map(this::conclude) : Optional.empty();
        return Details.of(reading)
                .with("name", LocalhostName.NAME)
                .with(
                        "addresses",
                        answer.map(LocalhostHealthIndicator::addresses).orElse(List.of()))
                .with("observed", answer.map(LocalhostHealthIndicator::observed).orElse(null))
                .with(conclusion.map(Conclusion::explanation).orElse(null))
                .with("since", conclusion.map(Conclusion::since).orElse(null))
                .as(conclusion.map(Conclusion::status).orElse(Status.UNKNOWN));
    }

    private static List<String> addresses(NameAnswer answer) {
        return answer.addresses().stream().map(IpAddress::text).toList();
    }

    private static String observed(NameAnswer answer) {
        return answer.failure() == null
                ? "The system's resolver says " + answer.text() + "."
                : "The system's resolver says: " + answer.failure() + ".";
    }

    private Conclusion conclude(NameAnswer answer) {
        if (!answer.isKnown()) {
            return unknown(Cause.UNKNOWN, ASK_RESOLVER, answer);
        } else if (answer.addresses().isEmpty()) {
            return unknown(Cause.NAME_UNRESOLVED, HOSTS_LINE, answer);
        } else if (!answer.addresses().stream().allMatch(IpAddress::isLoopback)) {
            return unknown(Cause.NAME_NOT_LOOPBACK, HOSTS_LINE, answer);
        }
        Reading<LoopbackState> tested = loopback.snapshot().reading();
        return tested instanceof Reading.Fresh<LoopbackState> fresh
                ? conclude(answer, fresh.value()).notBefore(answer.since())
                : unknown(Cause.UNKNOWN, Fix.note(tested.whyNotFresh().orElse("")), answer);
    }

    private static Conclusion unknown(Cause cause, Fix fix, NameAnswer answer) {
        return new Conclusion(Status.UNKNOWN, Explanation.of(cause, fix), answer.since());
    }

    private static Conclusion conclude(NameAnswer answer, LoopbackState state) {
        Explanation leadsHere = Explanation.well("The name leads to this machine, at an address that answers.");
        IpFamily first = answer.addresses().get(0).family();
        boolean isDown = state.ipv4().answer() == LoopbackAnswer.FAILS;
        return answer.addresses().stream()
                .map(address -> state.of(address.family()))
                .filter(family -> family.answer() == LoopbackAnswer.WORKS)
                .findFirst()
                .map(family -> new Conclusion(Status.UP, leadsHere, family.since()))
                .orElseGet(() -> new Conclusion(
                        isDown ? Status.DOWN : Status.UNKNOWN,
                        state.of(first).explanation(),
                        state.of(first).since()));
    }
}
