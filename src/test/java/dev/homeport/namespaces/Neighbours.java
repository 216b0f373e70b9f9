package dev.homeport.namespaces;

import dev.homeport.Namespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Programs that listen, each in a network namespace of its own or wherever it is put, until the test is over. */
public final class Neighbours implements BeforeEachCallback, AfterEachCallback {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final List<Process> started = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        Namespace.assumePossible();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        end();
    }

    /** Ends them all, and so their namespaces. */
    public void end() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    /**
     * Starts a program in a network namespace of its own.
     *
     * @param script lines of shell that make its network
     * @param addresses that it listens on
     * @return the ports, one for each address
     */
    public String[] inOwnNamespace(String script, String... addresses) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "-n", "sh", "-c", script + "\nexec \"$@\"", "sh"));
        command.addAll(program(addresses));
        return ports(command);
    }

    /** The command of a program that listens on {@code addresses}. */
    static List<String> program(String... addresses) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", CLASS_PATH, Marker.class.getName()));
        command.addAll(Arrays.asList(addresses));
        return command;
    }

    /** Starts {@code command}, which ends in such a program's. Its output stays open: the program ends with its input. */
    String[] ports(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        BufferedReader output = process.inputReader();
        return output.readLine().split(" ");
    }
}
