package dev.homeport.platform;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.reading.BackgroundThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Connects over TCP and tells what came of it. IPv4 goes through an IPv4 socket, as other programs' connections do:
 * Java's own sockets are of IPv6, and pass policies for IPv4 unseen (DOMAIN R5.44). Blocks the calling thread, at most for
 * the two durations; with a {@link Use} for the first of them and as long as that takes.
 *
 * @param patience how long to wait for the connection; without a limit the system waits for minutes (R5.42)
 * @param listening how long to hear afterwards whether the other side closes it again
 */
public record ConnectProbe(Duration patience, Duration listening) {

    /**
     * @param took until the connection was set up or had failed
     * @param detail the system's own words for a failure; null when there was none
     */
    public record Attempt(
            Outcome outcome, Duration took, @Nullable String detail) {}

    /** What is done with a connection that came about, and what came of that. */
    public interface Use {
        Outcome of(Socket socket);
    }

    /** Whether this Java process has sockets of {@code family}: one that was started without IPv6 has none of it (R3.9). */
    public static boolean hasFamily(IpFamily family) {
        try (SocketChannel channel = SocketChannel.open(protocol(family))) {
            return channel.isOpen();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static StandardProtocolFamily protocol(IpFamily family) {
        return family == IpFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** Tries it, once, and hears whether the other side closes it again. */
    public Attempt connect(Endpoint target) {
        return connect(target, this::hear);
    }

    /** Tries it, once. */
    public Attempt connect(Endpoint target, Use use) {
        long start = System.nanoTime();
        try (SocketChannel channel =
                SocketChannel.open(protocol(target.address().family()))) {
            InetSocketAddress address = new InetSocketAddress(JavaAddress.of(target.address()), target.port());
            channel.socket().connect(address, (int) patience.toMillis());
            Duration took = since(start);
            if (address.equals(channel.getLocalAddress())) {
                // Reset, or the port would be kept for a minute from the very server that was looked for.
                channel.socket().setSoLinger(true, 0);
                return new Attempt(Outcome.SELF_CONNECTED, took, null);
            }
            return new Attempt(use.of(channel.socket()), took, null);
        } catch (IOException e) {
            return new Attempt(Outcome.of(e), since(start), HostileText.clean(String.valueOf(e.getMessage())));
        } catch (UnsupportedOperationException e) {
            return new Attempt(
                    Outcome.ADDRESS_NOT_AVAILABLE, since(start), "This Java process was started without IPv6");
        }
    }

    /**
     * Tries them all, once each; none when the calling thread is interrupted.
     *
     * @param atOnce so many at the same time
     */
    public Map<Endpoint, Attempt> connectAll(List<Endpoint> targets, int atOnce) {
        return all(targets, atOnce, this::connect);
    }

    /**
     * Does the same with them all, each on a thread of its own; nothing when the calling thread is interrupted.
     *
     * @param atOnce so many at the same time
     * @param attempt never fails
     */
    public static <T> Map<Endpoint, T> all(List<Endpoint> targets, int atOnce, Function<Endpoint, T> attempt) {
        if (targets.isEmpty()) {
            return Map.of();
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(atOnce, targets.size()), BackgroundThread.named("connect-probe"));
        try {
            List<Callable<T>> tasks = targets.stream()
                    .map(target -> (Callable<T>) () -> attempt.apply(target))
                    .toList();
            Map<Endpoint, T> attempts = new LinkedHashMap<>();
            List<Future<T>> done = threads.invokeAll(tasks);
            for (int i = 0; i < targets.size(); i++) {
                attempts.put(targets.get(i), done.get(i).get());
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

    /** Most servers say nothing until they hear something. */
    private Outcome hear(Socket socket) {
        try {
            socket.setSoTimeout((int) listening.toMillis());
            return socket.getInputStream().read() < 0 ? Outcome.ACCEPTED_THEN_CLOSED : Outcome.ACCEPTED;
        } catch (SocketTimeoutException e) {
            return Outcome.ACCEPTED;
        } catch (IOException e) {
            return Outcome.ACCEPTED_THEN_CLOSED;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
