package dev.homeport.diagnosis;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Connects to what a target means, at this machine's own addresses and at no other (DOMAIN R9.3): all at once, for less than
 * two seconds. Nothing is sent.
 */
final class Tries {

    private static final int MOST_ADDRESSES = 8;
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration LISTENING = Duration.ofMillis(200);

    private final ConnectProbe probe = new ConnectProbe(PATIENCE, LISTENING);

    /** The same situation with what came of it. */
    Situation in(Situation known, Question question) {
        return known.with(attempts(question, known));
    }

    private Map<IpAddress, ConnectProbe.Attempt> attempts(Question question, Situation known) {
        LocalAddresses now = InterfaceAddresses.read();
        List<IpAddress> ours = new Examination(question, known)
                .destinations().stream()
                        .map(Destination::address)
                        .filter(address ->
                                address.isLoopback() || now.interfaceOf(address).isPresent())
                        .limit(MOST_ADDRESSES)
                        .toList();
        Map<IpAddress, ConnectProbe.Attempt> attempts = new HashMap<>();
        if (ours.isEmpty()) {
            return attempts;
        }
        ExecutorService threads = Executors.newFixedThreadPool(ours.size(), task -> {
            Thread thread = new Thread(task, "diagnosis");
            thread.setDaemon(true);
            return thread;
        });
        try {
            int port = question.target().port();
            List<Callable<ConnectProbe.Attempt>> tasks = ours.stream()
                    .map(address -> (Callable<ConnectProbe.Attempt>) () -> probe.connect(new Endpoint(address, port)))
                    .toList();
            List<Future<ConnectProbe.Attempt>> done = threads.invokeAll(tasks);
            for (int i = 0; i < ours.size(); i++) {
                attempts.put(ours.get(i), done.get(i).get());
            }
            return attempts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe makes a value of every failure", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
