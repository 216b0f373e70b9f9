package dev.homeport.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes under {@link Load}, until closed. Connections are spread over several, as descriptors of one are limited. */
public final class LoadProcesses implements AutoCloseable {

    private static final int CONNECTIONS_OF_A_PROCESS = 3000;

    private final List<Process> processes = new ArrayList<>();

    public LoadProcesses(int listeners, int connections, int exchangedEachSecond) throws IOException {
        start(listeners, 0, exchangedEachSecond);
        for (int left = connections; left > 0; left -= CONNECTIONS_OF_A_PROCESS) {
            start(0, Math.min(left, CONNECTIONS_OF_A_PROCESS), 0);
        }
    }

    /** Waits until all sockets are there. */
    public void await() throws IOException {
        for (Process process : processes) {
            if (process.getInputStream().read() < 0) {
                throw new IOException("A load could not be made; see above. Is the limit of descriptors below 10,000?");
            }
        }
    }

    private void start(int... numbers) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName()));
        for (int number : numbers) {
            command.add(Integer.toString(number));
        }
        processes.add(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            process.onExit().join();
        }
    }
}
