package dev.homeport.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real Prometheus, Debian's, that looks each second. */
final class Prometheus implements AutoCloseable {

    /** From the top of the project, where the tests run. */
    static final Path RULES = Path.of("src/main/monitoring/homeport-alerts.yml");

    private final Process process;
    private final Path directory;
    private final String base;

    private Prometheus(Process process, Path directory, String base) {
        this.process = process;
        this.directory = directory;
        this.base = base;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/prometheus")) && Files.isExecutable(Path.of("/usr/bin/promtool"));
    }

    /**
     * Starts one that scrapes {@code target} and has the alert rules, of which none waits longer than a second.
     *
     * @param prefix of its command line, as that which enters a network namespace
     */
    static Prometheus start(List<String> prefix, int port, String target) throws IOException {
        Path directory = Files.createTempDirectory("homeport-prometheus");
        String rules = Files.readString(RULES).replaceAll("for: \\d+[sm]", "for: 1s");
        Files.writeString(directory.resolve("rules.yml"), rules);
        Files.writeString(directory.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: homeport
                    metrics_path: /actuator/prometheus
                    static_configs: [{targets: ["%s"]}]
                """.formatted(target));
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                "/usr/bin/prometheus",
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        return new Prometheus(process, directory, "http://127.0.0.1:" + port);
    }

    /** The URL of a path of it, {@code /api/v1/alerts}. */
    String url(String path) {
        return base + path;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    /** Ends it, and leaves nothing of it behind. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(Prometheus::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
