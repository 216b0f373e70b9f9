package dev.homeport.health.indicator;

import dev.homeport.finding.Fix;
import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.health.loopback.Answer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.health.names.NameAnswer;
import dev.homeport.health.names.Names;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
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

    private final CachedCollector<Names> names;
    private final CachedCollector<LoopbackState> loopback;

    LocalhostHealthIndicator(CachedCollector<Names> names, CachedCollector<LoopbackState> loopback) {
        this.names = names;
        this.loopback = loopback;
    }

    /** What follows from the name and the self-tests together. */
    private record Conclusion(Status status, Explanation explanation) {}

    @Override
    public Health health() {
        Reading<Names> reading = names.snapshot().reading();
        Optional<NameAnswer> answer = reading.latest().flatMap(all -> all.of(Names.LOCALHOST));
        Optional<Conclusion> conclusion =
                reading instanceof Reading.Fresh ? answer.map(this::conclude) : Optional.empty();
        return Details.of(reading)
                .with("name", Names.LOCALHOST)
                .with(
                        "addresses",
                        answer.map(LocalhostHealthIndicator::addresses).orElse(List.of()))
                .with("observed", answer.map(LocalhostHealthIndicator::observed).orElse(null))
                .with(conclusion.map(Conclusion::explanation).orElse(null))
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
            return new Conclusion(Status.UNKNOWN, Explanation.of(Cause.UNKNOWN, HOSTS_LINE));
        } else if (answer.addresses().isEmpty()) {
            return new Conclusion(Status.UNKNOWN, Explanation.of(Cause.NAME_UNRESOLVED, HOSTS_LINE));
        } else if (!answer.addresses().stream().allMatch(IpAddress::isLoopback)) {
            return new Conclusion(Status.UNKNOWN, Explanation.of(Cause.NAME_NOT_LOOPBACK, HOSTS_LINE));
        }
        return loopback.snapshot()
                .reading()
                .latest()
                .map(state -> conclude(answer, state))
                .orElse(new Conclusion(
                        Status.UNKNOWN, Explanation.of(Cause.UNKNOWN, Fix.note("No self-test was made yet."))));
    }

    private static Conclusion conclude(NameAnswer answer, LoopbackState state) {
        boolean works = answer.addresses().stream()
                .anyMatch(address -> state.of(address.family()).answer() == Answer.WORKS);
        if (works) {
            return new Conclusion(
                    Status.UP, Explanation.well("The name leads to this machine, at an address that answers."));
        }
        boolean isDown = state.of(IpFamily.IPV4).answer() == Answer.FAILS;
        IpFamily first = answer.addresses().get(0).family();
        return new Conclusion(
                isDown ? Status.DOWN : Status.UNKNOWN, state.of(first).explanation());
    }
}
