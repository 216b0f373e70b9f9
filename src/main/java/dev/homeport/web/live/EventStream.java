package dev.homeport.web.live;

import dev.homeport.answer.FetchSite;
import dev.homeport.answer.Refusal;
import dev.homeport.reading.Attention;
import dev.homeport.reading.BackgroundThread;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingChanged;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code GET /events}: tells pages which readings say something new, as server-sent events (event = the reading's name,
 * data = its revision) and a comment every 15 seconds. It sends what a page does not know yet, first of all the present
 * revisions, so nothing is lost between a page and its stream or over a broken connection. One thread sends; a
 * connection that takes nothing is ended by the server's write timeout.
 */
@Controller
class EventStream implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_STREAMS = 200;
    private static final long MOST_APART_MILLIS = 25;
    private static final long MOST_SPREAD_MILLIS = 500;

    private final List<CachedCollector<?>> collectors;
    private final Attention attention;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    private @Nullable ScheduledExecutorService sender;

    /** One page's stream; used by the sending thread alone. */
    private static final class Client {

        private final SseEmitter emitter = new SseEmitter(0L);
        private final Map<String, String> told = new HashMap<>();
    }

    EventStream(List<CachedCollector<?>> collectors, Attention attention) {
        this.collectors = collectors;
        this.attention = attention;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable
    SseEmitter open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE); // nothing follows, so nothing to wait for
            return null;
        }
        if (!FetchSite.isOwn(request)) {
            new Refusal(
                            HttpStatus.FORBIDDEN,
                            "This comes from another site",
                            "Only Homeport's own pages may open streams.")
                    .send(request, response);
            return null;
        }
        if (clients.size() >= MOST_STREAMS) {
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams", "At most 200 pages can be live at once.")
                    .send(request, response);
            return null;
        }
        Client client = new Client();
        client.emitter.onCompletion(() -> clients.remove(client));
        client.emitter.onError(error -> clients.remove(client));
        clients.add(client);
        attention.pay();
        send(() -> tell(client));
        return client.emitter;
    }

    @EventListener
    void changed(ReadingChanged change) {
        send(() -> {
            long apart = Math.min(MOST_APART_MILLIS, MOST_SPREAD_MILLIS / Math.max(1, clients.size()));
            long after = 0;
            for (Client client : clients) {
                tellAfter(after, client);
                after += apart;
            }
        });
    }

    /** Pages that were told at once would all ask at once, and each of them wait for all the others. */
    private void tellAfter(long millis, Client client) {
        if (millis == 0) {
            tell(client);
        } else if (sender != null) {
            sender.schedule(() -> tell(client), millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Also finds readings that became overdue, of which no collector tells. */
    private void beat() {
        if (!clients.isEmpty()) {
            attention.pay();
        }
        clients.forEach(client -> {
            write(client, SseEmitter.event().comment("still here"));
            tell(client);
        });
    }

    private void tell(Client client) {
        for (CachedCollector<?> collector : collectors) {
            Snapshot<?> snapshot = collector.snapshot();
            if (!snapshot.revision().equals(client.told.put(snapshot.name(), snapshot.revision()))) {
                write(client, SseEmitter.event().name(snapshot.name()).data(snapshot.revision()));
            }
        }
    }

    private void write(Client client, SseEmitter.SseEventBuilder event) {
        try {
            client.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            clients.remove(client); // the page is gone
        }
    }

    private void send(Runnable task) {
        ScheduledExecutorService thread = sender;
        if (thread != null) {
            try {
                thread.execute(task);
            } catch (RejectedExecutionException e) {
                clients.clear(); // stopped meanwhile
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(BackgroundThread.named("event-stream"));
        thread.scheduleAtFixedRate(this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        sender = thread;
    }

    /** Ends the streams, for which a graceful stop of the server would wait otherwise. */
    @Override
    public void stop() {
        if (sender != null) {
            sender.shutdownNow();
        }
        sender = null;
        clients.forEach(client -> client.emitter.complete());
        clients.clear();
    }

    @Override
    public boolean isRunning() {
        return sender != null;
    }
}
