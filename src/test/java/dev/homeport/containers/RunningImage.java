package dev.homeport.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A container of the image, started with all capabilities dropped and a file system that can only be read. */
final class RunningImage implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests-only";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final int port;

    private RunningImage(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** On a bridge, published on this machine's loopback. */
    static RunningImage published(String name, String... options) throws IOException {
        int port = FreePort.find();
        List<String> all = new ArrayList<>(List.of("--publish", "127.0.0.1:" + port + ":" + port));
        all.addAll(Arrays.asList(options));
        return started(name, port, all);
    }

    /** With options that make a network of another kind. */
    static RunningImage started(String name, int port, List<String> options) {
        List<String> all = new ArrayList<>(List.of("--read-only", "--cap-drop", "ALL"));
        all.addAll(List.of("--env", "HOMEPORT_TOKEN=" + TOKEN, "--env", "SERVER_PORT=" + port));
        all.addAll(options);
        String container = "homeport-test-" + name;
        Podman.start(container, all.toArray(String[]::new));
        RunningImage image = new RunningImage(container, port);
        image.await("healthy", () -> image.health().exit() == 0);
        return image;
    }

    /** On which it listens in the container. */
    int port() {
        return port;
    }

    String name() {
        return name;
    }

    /** What the image's HEALTHCHECK says. */
    Podman.Outcome health() {
        return Podman.exec(name, "bash", "/app/health");
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "not " + what + ": " + Podman.podman("logs", name).output())
                    .isLessThan(deadline);
        }
    }

    int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    /** Asks until the answer is as wanted: readings are taken on their own clock. */
    JsonNode json(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = json(path);
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as("%s", answer).isLessThan(deadline);
            answer = json(path);
        }
        return answer;
    }

    /** The first of an array's elements whose member has this value. */
    static Optional<JsonNode> first(JsonNode array, String member, Object value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(one -> one.path(member).asString("").equals(String.valueOf(value)))
                .findFirst();
    }

    @Override
    public void close() {
        Podman.remove(name);
    }
}
