package dev.homeport.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A container in which an {@link Application} runs, with nothing of Homeport but the image's Java. */
final class RunningApplication implements AutoCloseable {

    /** None is taken for the one before, which a reading may still show. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;

    private RunningApplication(String name) {
        this.name = name;
    }

    /** Starts one that listens on {@code address} and {@code port} inside. */
    static RunningApplication started(String name, String address, int port, String... options) {
        RunningApplication application =
                new RunningApplication("homeport-app-" + name + "-" + NUMBERS.incrementAndGet());
        List<String> all = new ArrayList<>(Arrays.asList(options));
        Path classes = Path.of("target/test-classes").toAbsolutePath();
        all.addAll(List.of("--user", "0:0", "--volume", classes + ":/classes:ro", "--entrypoint", "java"));
        Podman.start(
                application.name,
                all,
                List.of("-cp", "/classes", Application.class.getName(), address, Integer.toString(port)));
        application.awaitListening(port);
        return application;
    }

    /** By the table of its network: to connect may be what must not work. */
    private void awaitListening(int port) {
        String row = String.format(":%04X ", port);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!exec("cat /proc/net/tcp /proc/net/tcp6").output().contains(row)) {
            assertThat(System.nanoTime())
                    .as(() -> Podman.podman("logs", name).output())
                    .isLessThan(deadline);
        }
    }

    String name() {
        return name;
    }

    /** Its address on the network with this name. */
    String address(String network) {
        return Podman.inspect(name, "{{(index .NetworkSettings.Networks \"" + network + "\").IPAddress}}");
    }

    /** Whether whoever connects to {@code address} and {@code port} from inside it gets the word of an application. */
    boolean gets(String address, int port) {
        return exec("exec 3<>/dev/tcp/" + address + "/" + port + " && head -c 5 <&3")
                .output()
                .contains(Application.WORD);
    }

    private Podman.Outcome exec(String command) {
        return Podman.exec(name, "timeout", "3", "bash", "-c", command);
    }

    /** The same from here. */
    static boolean getsFromHere(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 3000);
            socket.setSoTimeout(3000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .equals(Application.WORD);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Podman.remove(name);
    }
}
