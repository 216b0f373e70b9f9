package dev.homeport.localhost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Listens on 127.0.0.1:3001, ::1:3002 and [::]:3003, and lets clients that are installed here connect to localhost.
 * Prints which client reached which port.
 */
final class RealClients {

    private static final Map<Integer, String> SERVERS = Map.of(3001, "127.0.0.1", 3002, "::1", 3003, "::");
    private static final Map<String, List<String>> CLIENTS = new TreeMap<>(Map.of(
            "curl",
            List.of("curl", "-s", "-m", "5", "--noproxy", "*", "http://localhost:PORT/"),
            "python",
            List.of(
                    "python3",
                    "-c",
                    "import urllib.request as u;u.build_opener(u.ProxyHandler({})).open('http://localhost:PORT/',timeout=5)"),
            "node",
            List.of(
                    "node",
                    "-e",
                    "require('http').get('http://localhost:PORT/',r=>process.exit(0)).on('error',e=>process.exit(1))"),
            "wget-4",
            List.of("wget", "-4", "-q", "-t", "1", "-T", "5", "--no-proxy", "-O", "-", "http://localhost:PORT/")));

    private RealClients() {}

    public static void main(String[] args) throws Exception {
        for (Map.Entry<Integer, String> server : SERVERS.entrySet()) {
            listen(server.getValue(), server.getKey());
        }
        for (int port : SERVERS.keySet()) {
            System.out.println("java | " + port + " | " + connectsByName(port));
            for (Map.Entry<String, List<String>> client : CLIENTS.entrySet()) {
                System.out.println(client.getKey() + " | " + port + " | " + reaches(client.getValue(), port));
            }
        }
        System.exit(0);
    }

    private static void listen(String address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        Thread thread = new Thread(() -> answer(server));
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(ServerSocket server) {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                .getBytes(StandardCharsets.US_ASCII);
        while (true) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer);
            } catch (IOException e) {
                // A client that hangs up is not this server's business.
            }
        }
    }

    private static String connectsByName(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return Boolean.toString(socket.isConnected());
        } catch (IOException e) {
            return "false";
        }
    }

    /** {@code missing} where the client is not installed. */
    private static String reaches(List<String> command, int port) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command.stream()
                            .map(word -> word.replace("PORT", Integer.toString(port)))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            return Boolean.toString(ended && process.exitValue() == 0);
        } catch (IOException e) {
            return "missing";
        }
    }
}
