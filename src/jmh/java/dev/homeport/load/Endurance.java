package dev.homeport.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Five thousand listeners of which ten change each second, 20,000 connections and a hosts file of 180,000 lines; twenty open pages, a monitor that polls health 50 times a second, a Prometheus and a script that asks for JSON, so many
 * minutes long; what Homeport takes meanwhile and how long its answers take, as tables in Markdown. Answers are timed from
 * the moment at which they were due to be asked for, so that one that is late delays no other unseen.
 *
 * <p>{@code args}: minutes, minutes between two rows, and the command that starts Homeport. {@code src/jmh/endurance} calls it.
 */
final class Endurance {

    private static final int LISTENERS = 5000;
    private static final int EXCHANGED_EACH_SECOND = 10;
    private static final int CONNECTIONS = 20_000;
    private static final int HOSTS_LINES = 180_000;
    private static final long SETTLING_MILLIS = 1000;
    private static final URI HOMEPORT = URI.create("http://127.0.0.1:18099");

    private static final Map<String, Integer> PAGES = Map.of(
            "/", 4,
            "/sockets", 6,
            "/addresses", 2,
            "/interfaces", 1,
            "/hosts", 2,
            "/localhost", 2,
            "/latency", 2,
            "/compare", 1);

    private static final List<String> JSON = List.of(
            "/api/sockets",
            "/api/sockets?port=8080",
            "/api/addresses",
            "/api/hosts?limit=100",
            "/api/hosts/lookup?name=localhost",
            "/api/localhost",
            "/api/latency",
            "/api/findings",
            "/api/diagnose?target=localhost:8080",
            "/diagnose?target=localhost:3000");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Answers answers = new Answers();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4, Endurance::daemon);
    private final List<Thread> pages = new ArrayList<>();
    private final long pid;

    private Endurance(long pid) {
        this.pid = pid;
    }

    public static void main(String[] args) throws Exception {
                Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().children().forEach(ProcessHandle::destroy))); // when it is interrupted
        Path hosts = Files.createTempFile("homeport-hosts", null);

        Process homeport = null;
        try (LoadProcesses load = new LoadProcesses(LISTENERS, CONNECTIONS, EXCHANGED_EACH_SECOND)) {
            Files.write(hosts, blockList());
            load.await();
            List<String> command = new ArrayList<>(List.of(args).subList(2, args.length));
            command.addAll(List.of("--server.port=" + HOMEPORT.getPort(), "--homeport.hosts.path=" + hosts));
            homeport = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.to(Path.of("target/endurance.log").toFile()))
                    .redirectErrorStream(true)
                    .start();
            new Endurance(homeport.pid())
                    .run(Duration.ofMinutes(Long.parseLong(args[0])), Duration.ofMinutes(Long.parseLong(args[1])));
        } finally {
            if (homeport != null) {
                homeport.destroy();
            }
            Files.delete(hosts);
        }
        System.exit(0); // the client's threads
    }

    private static List<String> blockList() {
        List<String> lines = new ArrayList<>(List.of("127.0.0.1 localhost", "::1 localhost"));
        for (int i = lines.size(); i < HOSTS_LINES; i++) {
            lines.add("0.0.0.0 ads" + i + ".tracker" + i % 1000 + ".example");
        }
        return lines;
    }

    private void awaitHealthy() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(HOMEPORT.resolve("/actuator/health")).build();
        boolean healthy = false;
        while (!healthy) {
            Thread.sleep(100);
            try {
                healthy = client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                if (ProcessHandle.of(pid).isEmpty()) {
                    throw new IllegalStateException("Homeport ended; target/endurance.log says why", e);
                }
            }
        }
    }

    private void run(Duration all, Duration row) throws IOException, InterruptedException {
        awaitHealthy();
        PAGES.forEach((path, count) -> {
            for (int i = 0; i < count; i++) {
                Thread page = daemon(new OpenPage(client, HOMEPORT.resolve(path), answers));
                page.start();
                pages.add(page);
            }
        });
        every(20, "/actuator/health");
        every(5000, "/actuator/prometheus");
        JSON.forEach(path -> every(2000, path));
        System.out.println("| after | heap | resident | threads | descriptors | CPU | answers | median | p99 | failed |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Answers whole = new Answers();
        Instant begin = Instant.now();
        Observed before = Observed.of(pid);
        for (Instant due = begin.plus(row); !due.isAfter(begin.plus(all)); due = due.plus(row)) {
            Thread.sleep(SETTLING_MILLIS); // what the collection before delayed is not counted
            answers.taken();
            Thread.sleep(Duration.between(Instant.now(), due).toMillis());
            Answers those = answers.taken();
            Observed now = Observed.of(pid);
            print(Duration.between(begin, due), row, before, now, those);
            whole.add(those);
            before = now;
        }
        pages.forEach(Thread::interrupt);
        clock.shutdownNow();
        System.out.println();
        System.out.println(whole.table());
    }

    private static void print(Duration after, Duration row, Observed before, Observed now, Answers those) {
        Histogram times = those.all();
        System.out.printf(
                "| %d min | %.1f MiB | %d MiB | %d | %d | %.1f %% | %,d | %.1f ms | %.1f ms | %d |%n",
                after.toMinutes(),
                now.heapMiB(),
                now.residentMiB(),
                now.threads(),
                now.descriptors(),
                (now.cpuTicks() - before.cpuTicks()) / (double) row.toSeconds(),
                times.getTotalCount(),
                times.getValueAtPercentile(50) / 1000.0,
                times.getValueAtPercentile(99) / 1000.0,
                those.failed());
    }

    private void every(long millis, String path) {
        HttpRequest request = HttpRequest.newBuilder(HOMEPORT.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        clock.scheduleAtFixedRate(() -> ask(path, request), millis, millis, TimeUnit.MILLISECONDS);
    }

    private void ask(String path, HttpRequest request) {
        long due = System.nanoTime();
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).whenComplete((response, error) -> {
            if (error != null) {
                answers.failed(path, error.toString());
            } else if (response.statusCode() != 200) {
                answers.failed(path, "status " + response.statusCode());
            } else {
                answers.took(path, (System.nanoTime() - due) / 1000);
            }
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
