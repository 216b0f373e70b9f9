package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests in a network namespace of its own. Needs root, {@code unshare} and iproute2. */
public final class Namespace {

    /** Lines of shell that make another machine, a namespace too, in which process {@code $PEER} sleeps. */
    public static final String OTHER_MACHINE = """
            unshare -n sleep 300 &
            export PEER=$!
            while [ "$(readlink /proc/$PEER/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do :; done
            """;

    private Namespace() {}

    /**
     * Runs {@code main} in a Java process of its own, after {@code script}, a shell script that makes its network.
     *
     * @return what it printed, a line each, split at {@code " | "}
     */
    public static List<String[]> run(String script, Class<?> main, String... arguments) throws Exception {
        return run(script, System.getProperty("java.class.path"), main, arguments);
    }

    /** The same with another class path. */
    public static List<String[]> run(String script, String classPath, Class<?> main, String... arguments)
            throws Exception {
        assumePossible();
        Path output = Files.createTempFile("homeport-namespace", ".txt");
        List<String> command = new ArrayList<>(List.of("unshare", "-n", "sh", "-c", script + "\nexec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(240, TimeUnit.SECONDS);
            String all = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended && process.exitValue() == 0).as(all).isTrue();
            return all.lines().map(line -> line.split(" \\| ", -1)).toList();
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** Skips the test where no namespace can be made. */
    public static void assumePossible() throws InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/ns/net")), "needs Linux");
        assumeTrue(
                exitCode("unshare", "-n", "sh", "-c", "ip link set lo up && sysctl -n net.ipv6.bindv6only") == 0,
                "needs root, unshare and iproute2");
    }

    private static int exitCode(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
