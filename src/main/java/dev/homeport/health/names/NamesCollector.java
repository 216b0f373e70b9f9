package dev.homeport.health.names;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the system's resolver for each name, all at once, since a name server that is silent is waited for 5 s and more
 * (DOMAIN R3.10) and no other name should wait for it. A question cannot be called back: one that is still open is waited
 * for again, and not asked a second time; an answer that comes late counts until the next. Used by one thread.
 */
final class NamesCollector implements Collector<Names> {

    /** How the C library begins when it could ask nobody, which says nothing of the name (EAI_AGAIN). */
    private static final String TEMPORARY = "Temporary failure";

    private final Set<String> names;
    private final Resolver resolver;
    private final ExecutorService threads;
    private final Duration patience;
    private final InstantSource clock;
    private final Duration kept;
    private final Map<String, Future<Heard>> open = new HashMap<>();
    private final Map<String, Heard> heard = new HashMap<>();
    private Map<String, NameAnswer> last = Map.of();

    /** An answer, and when it came. */
    private record Heard(NameAnswer answer, long atNanos) {}

    /** Whoever can be asked for a name. */
    @FunctionalInterface
    interface Resolver {

        /** @throws IOException with the resolver's own words when it finds no address */
        List<IpAddress> ask(String name) throws IOException;
    }

    /**
     * @param patience how long to wait for all of them
     * @param kept how long an answer counts when the next one is slow in coming
     */
    NamesCollector(
            Set<String> names,
            Resolver resolver,
            ExecutorService threads,
            Duration patience,
            Duration kept,
            InstantSource clock) {
        this.names = Set.copyOf(names);
        this.resolver = resolver;
        this.threads = threads;
        this.patience = patience;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Names collect() throws InterruptedException {
        takeLateAnswers();
        names.forEach(name -> open.computeIfAbsent(name, asked -> threads.submit(() -> ask(asked))));
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, NameAnswer> answers = new HashMap<>();
        for (String name : names) {
            await(name, deadline);
            answers.put(name, current(name).after(last.get(name)));
        }
        last = answers;
        return new Names(answers);
    }

    private Heard ask(String name) {
        return new Heard(answer(name), System.nanoTime());
    }

    private NameAnswer answer(String name) {
        try {
            return NameAnswer.found(resolver.ask(name), clock.instant());
        } catch (IOException e) {
            String words = HostileText.clean(String.valueOf(e.getMessage()));
            return words.startsWith(TEMPORARY)
                    ? NameAnswer.unanswered(words, clock.instant())
                    : NameAnswer.failed(words, clock.instant());
        }
    }

    private void takeLateAnswers() throws InterruptedException {
        for (String name : names) {
            Future<Heard> question = open.get(name);
            if (question != null && question.isDone()) {
                await(name, System.nanoTime());
            }
        }
    }

    private void await(String name, long deadline) throws InterruptedException {
        Future<Heard> question = open.get(name);
        try {
            heard.put(name, question.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            open.remove(name);
        } catch (TimeoutException e) {
            // It stays open; until it is answered, or for a while, what was heard before counts.
        } catch (ExecutionException e) {
            open.remove(name);
            String words = "The system's resolver could not be asked: " + e.getCause();
            heard.put(name, new Heard(NameAnswer.unanswered(words, clock.instant()), System.nanoTime()));
        }
    }

    /** What was heard last, unless that was too long ago. */
    private NameAnswer current(String name) {
        Heard known = heard.get(name);
        return known != null && System.nanoTime() - known.atNanos() <= kept.toNanos()
                ? known.answer()
                : NameAnswer.unanswered(
                        "The system's resolver has not answered within " + patience.toSeconds() + " s",
                        clock.instant());
    }
}
