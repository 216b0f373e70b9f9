package dev.homeport.faults;

import dev.homeport.HomeportApplication;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Something that a machine can suffer. */
interface Fault {

    End begin() throws Exception;

    /** What ends it. */
    interface End {
        void now() throws Exception;
    }

    /** The same, and then somebody listens of whom nothing is known yet. */
    static End openAllAndListen() throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        End all = openAll();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return () -> {
            all.now();
            listener.close();
        };
    }

    static End openAll() throws IOException {
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
    static End hang() throws Exception {
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

    static End takeAway(Path file) throws IOException {
        Path elsewhere = file.resolveSibling(file.getFileName() + ".away");
        Files.move(file, elsewhere);
        return () -> Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Fills the temporary directory, which is a small file system of this program's own. */
    static End fill() throws IOException {
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

    /**
     * The clock of the machine is set by so much, as by NTP or after a suspend; that which only goes forward is not.
     * libfaketime, which this program was started with, reads a file once a second.
     */
    static End setClock(Duration by) throws Exception {
        Path file = Path.of(System.getenv("FAKETIME_TIMESTAMP_FILE"));
        Instant before = Instant.now();
        Files.writeString(file, "%+d".formatted(by.toSeconds()));
        while (Duration.between(before, Instant.now()).abs().compareTo(by.abs().dividedBy(2)) < 0) {
            Thread.onSpinWait();
        }
        return () -> Files.writeString(file, "+0");
    }

    /** All of this program stands still for a while, as when the lid of a computer is shut. */
    static End standStill() throws Exception {
        long pid = ProcessHandle.current().pid();
        run("sh", "-c", "kill -STOP " + pid + "; sleep 8; kill -CONT " + pid);
        return () -> {};
    }

    /** Another Homeport ends, and is started again. */
    static End end(ConfigurableApplicationContext other, Map<String, Object> properties) {
        other.close();
        return () -> start(properties);
    }

    static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(properties);
        return application.run();
    }
}
