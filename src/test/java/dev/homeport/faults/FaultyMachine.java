package dev.homeport.faults;

import dev.homeport.HomeportApplication;
import dev.homeport.reading.CachedCollector;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A program for a network namespace and a mount namespace of its own: Homeport, and one fault of the machine after the
 * other. Of each it prints {@code fault | reading before | meanwhile | why | answers meanwhile | afterwards}.
 */
final class FaultyMachine {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PORT = 18080;
    private static final List<String> ASKED =
            List.of("/", "/sockets", "/addresses", "/hosts", "/latency", "/actuator/health/liveness", "/api/sockets");

    private final Map<String, CachedCollector<?>> collectors;
    private final OpenConnection browser;

    private FaultyMachine(ConfigurableApplicationContext context) throws IOException {
        collectors = Arrays.stream(context.getBeanNamesForType(CachedCollector.class))
                .map(bean -> (CachedCollector<?>) context.getBean(bean))
                .collect(Collectors.toMap(CachedCollector::name, collector -> collector));
        browser = new OpenConnection(PORT);
    }

    /** Something that a machine can suffer. */
    private interface Fault {
        End begin() throws Exception;
    }

    /** What ends it. */
    private interface End {
        void now() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path hosts = Files.createTempFile("homeport-hosts", "");
        Files.writeString(hosts, "127.0.0.1 localhost\n::1 localhost\n");
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", Integer.toString(PORT),
                "homeport.refresh", "200ms",
                "homeport.hosts.path", hosts.toString(),
                "server.tomcat.keep-alive-timeout", "-1",
                "server.tomcat.max-keep-alive-requests", "-1"));
        try (ConfigurableApplicationContext context = application.run()) {
            FaultyMachine machine = new FaultyMachine(context);
            machine.browser.statuses(ASKED); // what is read once, is read

            machine.suffer("out of descriptors", "counters", FaultyMachine::openAll);
            machine.suffer("/proc hangs", "interfaces", FaultyMachine::hang);
            machine.suffer("hosts file gone", "hosts", () -> takeAway(hosts));
            machine.suffer("disk full", "sockets", FaultyMachine::fill);
        }
    }

    private void suffer(String name, String reading, Fault fault) throws Exception {
        CachedCollector<?> collector = collectors.get(reading);
        await(() -> state(collector).equals("fresh"));
        String before = state(collector);
        String meanwhile;
        String why;
        String statuses;
        End end = fault.begin();
        try {
            boolean isHarmless = name.equals("disk full");
            await(() -> isHarmless || !state(collector).equals("fresh"));
            meanwhile = state(collector);
            why = collector.snapshot().reading().whyNotFresh().orElse("");
            statuses = browser.statuses(ASKED);
        } finally {
            end.now();
        }
        await(() -> state(collector).equals("fresh"));
        System.out.println(String.join(" | ", name, before, meanwhile, why, statuses, state(collector)));
    }

    private static String state(CachedCollector<?> collector) {
        return collector.snapshot().reading().state();
    }

    /** Ends without a word when it does not come to that: the test sees it. */
    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static End openAll() throws IOException {
        List<FileInputStream> open = new ArrayList<>();
        try {
            while (true) {
                open.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            return () -> {
                for (FileInputStream file : open) {
                    file.close();
                }
            };
        }
    }

    /** A pipe in the place of a file: whoever opens it waits until somebody writes. */
    private static End hang() throws Exception {
        Path file = Path.of("/proc/sys/net/ipv4/ip_nonlocal_bind");
        Path pipe = Files.createTempDirectory("homeport").resolve("pipe");
        run("mkfifo", pipe.toString());
        run("mount", "--bind", pipe.toString(), file.toString());
        return () -> {
            run("umount", "--lazy", file.toString());
            try (OutputStream released = Files.newOutputStream(pipe)) {
                released.flush();
            }
            Files.delete(pipe);
        };
    }

    private static End takeAway(Path file) throws IOException {
        Path elsewhere = file.resolveSibling(file.getFileName() + ".away");
        Files.move(file, elsewhere);
        return () -> Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Fills the temporary directory, which is a small file system of this program's own. */
    private static End fill() throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "everything");
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException e) {
            return () -> Files.delete(file);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }
}
