package dev.homeport.diagnosis.trouble;

import static dev.homeport.net.IpFamily.IPV4;

import dev.homeport.NativeSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What troubles are made of; closed, all is as it was. */
public final class Scene implements AutoCloseable {

    /** An address of this machine's own that is not loopback. */
    static final String OWN = "10.77.0.2";

    /** More than are tried until a reading is there: nobody accepts them. */
    private static final int LONG_QUEUE = 500;

    private final int port;
    private final Path hosts;
    private final Deque<Ending> opened = new ArrayDeque<>();

    public Scene(int port, Path hosts) {
        this.port = port;
        this.hosts = hosts;
    }

    int port() {
        return port;
    }

    /** What undoes a part of it. */
    interface Ending {
        void run() throws Exception;
    }

    /** Done at the end, the last one first. */
    void atEnd(Ending ending) {
        opened.push(ending);
    }

    NativeSocket keep(NativeSocket socket) {
        opened.push(socket::close);
        return socket;
    }

    NativeSocket tcp4() {
        return keep(NativeSocket.tcp(IPV4).reuseAddress());
    }

    /** Waits at an address of IPv4, and never accepts. */
    void listening(String address) {
        tcp4().bind(address, port).listen(LONG_QUEUE);
    }

    ServerSocket server(String address, int number) throws IOException {
        ServerSocket server = new ServerSocket(number, LONG_QUEUE, InetAddress.getByName(address));
        opened.push(server::close);
        return server;
    }

    /** What a server does with a connection. */
    interface Service {
        void serve(InputStream in, OutputStream out) throws IOException;
    }

    /** Accepts, serves and closes, one after the other. */
    void serving(ServerSocket server, Service service) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    service.serve(socket.getInputStream(), socket.getOutputStream());
                } catch (IOException e) {
                    // A client that went away, or the end of the test.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Reads a request up to its empty line, and answers. */
    static void http(InputStream in, OutputStream out) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            request.append((char) next);
        }
        say(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** Runs a program of the tests in a process of its own, until it has said a word. */
    Process program(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = process(command);
        process.inputReader().readLine();
        return process;
    }

    Process process(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        opened.push(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.waitFor();
        });
        return process;
    }

    void hosts(String text) throws IOException {
        String before = Files.readString(hosts);
        Files.writeString(hosts, text);
        opened.push(() -> Files.writeString(hosts, before));
    }

    /** Runs {@code command} now, and {@code ending} at the end. */
    void shell(String command, String ending) throws IOException, InterruptedException {
        opened.push(() -> run(ending));
        run(command);
    }

    /** @throws IOException when it does not end well */
    public static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + output);
        }
    }

    @Override
    public void close() throws IOException {
        while (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } catch (Exception e) {
                throw new IOException("The scene cannot be undone", e);
            }
        }
    }
}
