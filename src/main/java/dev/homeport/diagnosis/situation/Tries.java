package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.conversation.Conversation;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Request;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.firewall.FirewallSource;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.latency.counters.Counts;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.NamespaceRoot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Connects to what a target means, at this machine's own addresses and at no other (DOMAIN R9.3, R10.9): all at once, for
 * less than three seconds. What the target's scheme asks is asked; without one, nothing is said.
 */
@Component
public class Tries {

    private static final int MOST_ADDRESSES = 8;

    /** A rejection by ICMPv6 is told after a second (R5.40, row 5). */
    private static final Duration FOR_CONNECTION = Duration.ofMillis(1300);

    /** For the connection and the answer together: a server that compiles what it is asked for takes its time. */
    private static final Duration FOR_ANSWER = Duration.ofMillis(2300);

    /** The same where another language may have to be tried. */
    private static final Duration FOR_GREETING = Duration.ofMillis(1800);

    private static final Duration FOR_SECOND_CONNECTION = Duration.ofMillis(100);
    private static final Duration FOR_BOTH = Duration.ofMillis(2800);

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
        ConnectProbe.all(ours(target, known), MOST_ADDRESSES, endpoint -> tried(endpoint, target))
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

    private static Trial tried(Endpoint endpoint, Target target) {
        long start = System.nanoTime();
        Speech speech = target.speech();
        Trial first =
                tried(endpoint, target, speech, FOR_CONNECTION, speech == Speech.HTTPS ? FOR_GREETING : FOR_ANSWER);
        Reply reply = first.reply();
        Duration left = FOR_BOTH.minus(Duration.ofNanos(System.nanoTime() - start));
        return reply == null || !isWorthASecond(speech, reply)
                ? first
                : new Trial(
                        first.attempt(),
                        reply,
                        tried(endpoint, target, speech.other(), FOR_SECOND_CONNECTION, left)
                                .reply());
    }

    /**
     * Whether the other language of the web may get an answer where this one got none. Servers of TLS do not keep silent
     * when they are asked in plain words, and say 400 at the worst; others wait for the end of a line in a greeting.
     */
    private static boolean isWorthASecond(Speech speech, Reply reply) {
        return switch (speech) {
            case UNKNOWN -> false;
            case HTTP ->
                reply.kind() != Reply.Kind.SILENCE
                        && (!reply.isAnswerTo(speech) || reply.text().contains(" 400"));
            case HTTPS -> !reply.isAnswerTo(speech);
        };
    }

    private static Trial tried(
            Endpoint endpoint, Target target, Speech speech, Duration forConnection, Duration altogether) {
        Request request = new Request(target.text(), target.host(), target.port(), target.path());
        long start = System.nanoTime();
        AtomicReference<Reply> reply = new AtomicReference<>();
        ConnectProbe.Attempt attempt = new ConnectProbe(forConnection, Duration.ZERO).connect(endpoint, socket -> {
            Duration left = altogether.minus(Duration.ofNanos(System.nanoTime() - start));
            reply.set(new Conversation(speech, request, left).on(socket));
            return reply.get().kind() == Reply.Kind.CLOSED ? Outcome.ACCEPTED_THEN_CLOSED : Outcome.ACCEPTED;
        });
        return new Trial(attempt, reply.get(), null);
    }
}
