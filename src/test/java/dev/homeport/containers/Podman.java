package dev.homeport.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command {@code podman}, as {@code src/test/containers} says. */
final class Podman {

    static final String IMAGE = "localhost/homeport-under-test";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Podman() {}

    /** How a command ended, and all that it printed. */
    record Outcome(int exit, String output) {

        /** Its output, when it succeeded. */
        String text() {
            assertThat(exit).as(output).isZero();
            return output.strip();
        }
    }

    private static List<String> words(String variable, String otherwise) {
        String value = System.getenv().getOrDefault(variable, otherwise).strip();
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\s+"));
    }

    static Outcome run(List<String> command) {
        try {
            Path output = Files.createTempFile("homeport-podman", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " does not end: " + Files.readString(output));
                }
                return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Outcome podman(String... arguments) {
        List<String> command = new ArrayList<>(words("HOMEPORT_PODMAN", "podman"));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /** Skips the test unless it runs on the host itself, so that what it listens on is the host's. */
    static void assumeOnHost() {
        Optional<Long> own = NamespaceRoot.own(Path.of("/proc")).networkKey();
        assumeTrue(
                own.equals(new NamespaceRoot(Path.of("/proc"), "1").networkKey()), "needs to run on the host itself");
    }

    /** Builds the image of this project. */
    static void buildImage() {
        assumeTrue(podman("version").exit() == 0, "needs podman");
        assumeTrue(run(List.of("id", "-u")).output().strip().equals("0"), "needs root");
        run(List.of("src/test/containers/base-images")).text();
        List<String> build = new ArrayList<>(List.of("build", "--format", "docker", "--tag", IMAGE));
        build.addAll(words("HOMEPORT_PODMAN_BUILD", ""));
        build.add(".");
        podman(build.toArray(String[]::new)).text();
    }

    /** Starts the image under {@code name}. */
    static void start(String name, String... options) {
        start(name, Arrays.asList(options), List.of());
    }

    /** The same with arguments for what runs in it. */
    static void start(String name, List<String> options, List<String> arguments) {
        remove(name);
        List<String> start = new ArrayList<>(List.of("run", "--detach", "--name", name));
        start.addAll(words("HOMEPORT_PODMAN_RUN", ""));
        start.addAll(options);
        start.add(IMAGE);
        start.addAll(arguments);
        podman(start.toArray(String[]::new)).text();
    }

    /** Runs {@code program} of the image in a container without a network, to its end. */
    static Outcome once(String program, String... arguments) {
        List<String> run = new ArrayList<>(List.of("run", "--rm", "--network=none", "--entrypoint", program));
        run.addAll(words("HOMEPORT_PODMAN_RUN", ""));
        run.add(IMAGE);
        run.addAll(Arrays.asList(arguments));
        return podman(run.toArray(String[]::new));
    }

    static Outcome exec(String name, String... command) {
        List<String> exec = new ArrayList<>(List.of("exec", name));
        exec.addAll(Arrays.asList(command));
        return podman(exec.toArray(String[]::new));
    }

    static String inspect(String name, String format) {
        return podman("inspect", "--format", format, name).text();
    }

    static void remove(String name) {
        podman("rm", "--force", "--time", "5", name);
    }
}
