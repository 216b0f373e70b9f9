package dev.homeport.hosts;

import dev.homeport.answer.RateLimit;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.BackgroundThread;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the system's own resolver for a name, when somebody wants that, and waits only so long. */
final class SystemQuestion {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Resolver resolver;
    private final RateLimit limit;

    /** Asks, and blocks for as long as name servers take. */
    @FunctionalInterface
    interface Resolver {

        List<IpAddress> ask(String name) throws IOException;
    }

    /**
     * What came back.
     *
     * @param failure why nothing did, in the system's words; null when something did
     */
    record Reply(List<IpAddress> addresses, @Nullable String failure, Duration took) {}

    SystemQuestion(Resolver resolver, RateLimit limit) {
        this.resolver = resolver;
        this.limit = limit;
    }

    /** @throws dev.homeport.answer.TooManyRequests when it was asked too often */
    Reply ask(String name) {
        return limit.run(() -> reply(name));
    }

    private Reply reply(String name) {
        long start = System.nanoTime();
        FutureTask<List<IpAddress>> question = new FutureTask<>(() -> resolver.ask(name));
        BackgroundThread.of("homeport-look-up", question).start();
        try {
            List<IpAddress> addresses = question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(addresses, null, took(start));
        } catch (TimeoutException e) {
            return failed(
                    "No answer within " + PATIENCE.toSeconds() + " seconds: a name server does not answer.", start);
        } catch (ExecutionException e) {
            return failed(String.valueOf(e.getCause().getMessage()), start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("Homeport is being stopped.", start);
        }
    }

    private static Reply failed(String failure, long start) {
        return new Reply(List.of(), failure, took(start));
    }

    private static Duration took(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
