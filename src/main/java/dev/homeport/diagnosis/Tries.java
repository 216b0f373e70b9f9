package dev.homeport.diagnosis;

import dev.homeport.diagnosis.conversation.Conversation;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Request;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.firewall.FirewallSource;
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
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Connects to what a target means, at this machine's own addresses and at no other (DOMAIN R9.3, R10.9): all at once, for
 * less than three seconds. What the target's scheme asks is asked; without one, nothing is said.
 */
@Component
class Tries {

    private static final int MOST_ADDRESSES = 8;

    /** A rejection by ICMPv6 is told after a second (R5.40, row 5). */
    private static final Duration FOR_CONNECTION = Duration.ofMillis(1300);

    private static final Duration FOR_ANSWER = Duration.ofMillis(1400);
    private static final Duration FOR_SECOND_CONNECTION = Duration.ofMillis(200);
    private static final Duration FOR_SECOND_ANSWER = Duration.ofMillis(800);
    private static final Duration ALTOGETHER = Duration.ofMillis(2800);

    private final FirewallSource firewall;
    private final NamespaceRoot root;

    Tries(FirewallSource firewall, NamespaceRoot root) {
        this.firewall = firewall;
        this.root = root;
    }

    /** @param known tells what the target means, and which processes wait there */
    Trials of(Target target, Situation known) {
        Throttling throttling = Throttling.of(root, known.states().keySet());
        Counts before = Counts.read(root);
        Map<IpAddress, Trial> trials = new HashMap<>();
        ConnectProbe.all(ours(target, known), MOST_ADDRESSES, endpoint -> tried(endpoint, target))
                .forEach((endpoint, trial) -> trials.put(endpoint.address(), trial));
        return new Trials(trials, Counts.read(root).since(before), throttling.since(), firewall.read());
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
        Trial first = tried(endpoint, target, target.speech(), FOR_CONNECTION, FOR_ANSWER);
        Reply reply = first.reply();
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        boolean isTime =
                spent.plus(FOR_SECOND_CONNECTION).plus(FOR_SECOND_ANSWER).compareTo(ALTOGETHER) <= 0;
        boolean isAnswer = reply == null
                || reply.isAnswerTo(target.speech()) && !reply.text().contains(" 400 ");
        return isAnswer || !isTime || target.speech() == Speech.UNKNOWN
                ? first
                : new Trial(
                        first.attempt(),
                        reply,
                        tried(endpoint, target, target.speech().other(), FOR_SECOND_CONNECTION, FOR_SECOND_ANSWER)
                                .reply());
    }

    private static Trial tried(
            Endpoint endpoint, Target target, Speech speech, Duration forConnection, Duration forAnswer) {
        Request request = new Request(target.text(), target.host(), target.port(), target.path());
        Conversation conversation = new Conversation(speech, request, forAnswer);
        AtomicReference<Reply> reply = new AtomicReference<>();
        ConnectProbe.Attempt attempt = new ConnectProbe(forConnection, forAnswer).connect(endpoint, socket -> {
            reply.set(conversation.on(socket));
            return reply.get().kind() == Reply.Kind.CLOSED ? Outcome.ACCEPTED_THEN_CLOSED : Outcome.ACCEPTED;
        });
        return new Trial(attempt, reply.get(), null);
    }
}
