package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.firewall.FirewallSource;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.latency.counters.Counts;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.NamespaceRoot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Connects to what a target means, at this machine's own addresses and at no other (DOMAIN R9.3, R10.9): all at once, for
 * less than three seconds. What the target's scheme asks is asked; without one, nothing is said.
 */
@Component
public class Tries {

    private static final int MOST_ADDRESSES = 8;

    /** Beyond what the connections took. */
    private static final Duration FOR_RULES = Duration.ofMillis(300);

    private final FirewallSource firewall;
    private final NamespaceRoot root;

    Tries(FirewallSource firewall, NamespaceRoot root) {
        this.firewall = firewall;
        this.root = root;
    }

    /** @param known tells what the target means, and which processes wait there */
    public Trials of(Target target, Situation known) {
        Throttling throttling = Throttling.of(root, known.states().keySet());
        Counts before = Counts.read(root);
        // It may have many rules, and is read while connections are waited for.
        CompletableFuture<Firewall> rules = CompletableFuture.supplyAsync(firewall::read);
        Map<IpAddress, Trial> trials = new HashMap<>();
        ConnectProbe.all(ours(target, known), MOST_ADDRESSES, new Try(target)::at)
                .forEach((endpoint, trial) -> trials.put(endpoint.address(), trial));
        return new Trials(trials, Counts.read(root).since(before), throttling.since(), read(rules));
    }

    private static Firewall read(CompletableFuture<Firewall> rules) {
        return rules.completeOnTimeout(Firewall.SLOW, FOR_RULES.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static List<Endpoint> ours(Target target, Situation known) {
        LocalAddresses now = InterfaceAddresses.read();
        return Meanings.of(target, known.hosts()).all().stream()
                .filter(address ->
                        address.isLoopback() || now.interfaceOf(address).isPresent())
                .filter(address -> ConnectProbe.hasFamily(address.family()))
                .limit(MOST_ADDRESSES)
                .map(address -> new Endpoint(address, target.port()))
                .toList();
    }
}
