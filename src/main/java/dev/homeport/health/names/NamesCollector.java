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
 * for again, and not asked a second time. Used by one thread.
 */
final class NamesCollector implements Collector<Names> {

    /** How the C library begins when it could ask nobody, which says nothing of the name (EAI_AGAIN). */
    private static final String TEMPORARY = "Temporary failure";

    private final Set<String> names;
    private final Resolver resolver;
    private final ExecutorService threads;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, Future<NameAnswer>> open = new HashMap<>();
    private Map<String, NameAnswer> last = Map.of();

    /** Whoever can be asked for a name. */
    @FunctionalInterface
    interface Resolver {

        /** @throws IOException with the resolver's own words when it finds no address */
        List<IpAddress> ask(String name) throws IOException;
    }

    /** @param patience how long to wait for all of them */
    NamesCollector(
            Set<String> names, Resolver resolver, ExecutorService threads, Duration patience, InstantSource clock) {
        this.names = Set.copyOf(names);
        this.resolver = resolver;
        this.threads = threads;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Names collect() throws InterruptedException {
        names.forEach(name -> open.computeIfAbsent(name, asked -> threads.submit(() -> ask(asked))));
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, NameAnswer> answers = new HashMap<>();
        for (String name : names) {
            answers.put(name, await(name, open.get(name), deadline).after(last.get(name)));
        }
        last = answers;
        return new Names(answers);
    }

    private NameAnswer ask(String name) {
        try {
            return NameAnswer.found(resolver.ask(name), clock.instant());
        } catch (IOException e) {
            String words = HostileText.clean(String.valueOf(e.getMessage()));
            return words.startsWith(TEMPORARY)
                    ? NameAnswer.unanswered(words, clock.instant())
                    : NameAnswer.failed(words, clock.instant());
        }
    }

    private NameAnswer await(String name, Future<NameAnswer> question, long deadline) throws InterruptedException {
        try {
            NameAnswer answer = question.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            open.remove(name);
            return answer;
        } catch (TimeoutException e) {
            return NameAnswer.unanswered(
                    "The system's resolver has not answered within " + patience.toSeconds() + " s", clock.instant());
        } catch (ExecutionException e) {
            open.remove(name);
            return NameAnswer.unanswered("The system's resolver could not be asked: " + e.getCause(), clock.instant());
        }
    }
}
