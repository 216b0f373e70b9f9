package dev.homeport.addresses;

import static dev.homeport.net.IpFamily.IPV4;
import static dev.homeport.net.IpFamily.IPV6;

import com.sun.jna.LastErrorException;
import dev.homeport.HomeportApplication;
import dev.homeport.NativeSocket;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program for a network namespace of its own, with Homeport and many odd sockets in it. It sends something to each
 * port at each address that {@code GET /api/addresses} names, and prints a line each: {@code pair | what | ids predicted
 * | id that got it | certain}. Then Homeport's own proofs: {@code proof | what | predicted | outcome | whether it says
 * that they agree}. Last what the machine at the other end of {@code eth1} reaches: {@code peer | socket | verdict for the
 * same network | why | addresses reached}.
 */
final class OddNetwork {

    private static final int FIRST_PORT = 20_000;
    private static final String A = "10.77.0.2";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, String> ports = new LinkedHashMap<>();
    private final Map<Integer, List<NativeSocket>> tcp = new LinkedHashMap<>();
    private final Map<Integer, List<NativeSocket>> udp = new LinkedHashMap<>();
    private final String base;

    private OddNetwork(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(Map.of("server.port", "18080", "homeport.refresh", "200ms"));
        ConfigurableApplicationContext context = application.run();
        try (context) {
            OddNetwork network = new OddNetwork("http://127.0.0.1:18080");
            network.makeTcp();
            network.makeUdp();
            Map<Long, String> ids = network.idsByInode();
            network.compare(ids);
            network.prove(ids);
            network.reach(ids);
        }
    }

    private void makeTcp() {
        tcp("127.0.0.1", () -> List.of(NativeSocket.tcp(IPV4).bind("127.0.0.1", port())));
        tcp("127.0.0.2", () -> List.of(NativeSocket.tcp(IPV4).bind("127.0.0.2", port())));
        tcp("::1", () -> List.of(NativeSocket.tcp(IPV6).bind("::1", port())));
        tcp("0.0.0.0", () -> List.of(NativeSocket.tcp(IPV4).bind("0.0.0.0", port())));
        tcp("dual", () -> List.of(dual().bind("::", port())));
        tcp("v6only", () -> List.of(only6().bind("::", port())));
        tcp("mapped", () -> List.of(dual().bind("::ffff:127.0.0.1", port())));
        tcp("mapped wildcard", () -> List.of(dual().bind("::ffff:0.0.0.0", port())));
        tcp(
                "0.0.0.0 beside v6only",
                () -> List.of(NativeSocket.tcp(IPV4).bind("0.0.0.0", port()), only6().bind("::", port())));
        tcp(
                "0.0.0.0 and 127.0.0.1",
                () -> List.of(shared(IPV4).bind("0.0.0.0", port()), shared(IPV4).bind("127.0.0.1", port())));
        tcp(
                "dual, ::1 and 127.0.0.1",
                () -> List.of(
                        shared6().bind("::", port()),
                        shared6().bind("::1", port()),
                        shared(IPV4).bind("127.0.0.1", port())));
        tcp("one address", () -> List.of(NativeSocket.tcp(IPV4).bind(A, port())));
        tcp("link-local", () -> List.of(NativeSocket.tcp(IPV6).bind("fe80::77%a0", port())));
        tcp("device lo", () -> List.of(NativeSocket.tcp(IPV4).device("lo").bind("0.0.0.0", port())));
        tcp("device a0", () -> List.of(NativeSocket.tcp(IPV4).device("a0").bind("0.0.0.0", port())));
        tcp("dual, device a0", () -> List.of(dual().device("a0").bind("::", port())));
        tcp(
                "0.0.0.0, and on device a0",
                () -> List.of(
                        shared(IPV4).bind("0.0.0.0", port()),
                        shared(IPV4).device("a0").bind("0.0.0.0", port())));
        tcp(
                "on device a0, and 0.0.0.0",
                () -> List.of(
                        shared(IPV4).device("a0").bind("0.0.0.0", port()),
                        shared(IPV4).bind("0.0.0.0", port())));
        tcp(
                "dual on device a0, and dual",
                () -> List.of(
                        shared6().device("a0").bind("::", port()), shared6().bind("::", port())));
        tcp("address of the card", () -> List.of(NativeSocket.tcp(IPV4).bind("10.79.0.2", port())));
        tcp("link-local of the card", () -> List.of(NativeSocket.tcp(IPV6).bind("fe80::79%eth1", port())));
        tcp(
                "address of a0 through eth1",
                () -> List.of(NativeSocket.tcp(IPV4).device("eth1").bind(A, port())));
        tcp(
                "0.0.0.0, and on device eth1",
                () -> List.of(
                        shared(IPV4).bind("0.0.0.0", port()),
                        shared(IPV4).device("eth1").bind("0.0.0.0", port())));
        tcp(
                "on device eth1, and 0.0.0.0",
                () -> List.of(
                        shared(IPV4).device("eth1").bind("0.0.0.0", port()),
                        shared(IPV4).bind("0.0.0.0", port())));
        tcp("device eth1", () -> List.of(NativeSocket.tcp(IPV4).device("eth1").bind("0.0.0.0", port())));
        tcp("foreign", () -> List.of(NativeSocket.tcp(IPV4).freebind().bind("198.51.100.9", port())));
        tcp("local by route", () -> List.of(NativeSocket.tcp(IPV4).bind("10.99.1.1", port())));
        tcp(
                "group",
                () -> List.of(shared(IPV4).bind("0.0.0.0", port()), shared(IPV4).bind("0.0.0.0", port())));
        tcp(
                "dual and 0.0.0.0",
                () -> List.of(shared6().bind("::", port()), shared(IPV4).bind("0.0.0.0", port())));
        tcp(
                "own address on another device",
                () -> List.of(
                        shared(IPV4).bind("0.0.0.0", port()),
                        shared(IPV4).device("b0").bind(A, port())));
        tcp("address of loopback", () -> List.of(NativeSocket.tcp(IPV4).bind("10.88.0.1", port())));
        tcp(
                "mapped and native 127.0.0.1",
                () -> List.of(
                        shared6().bind("::ffff:127.0.0.1", port()), shared(IPV4).bind("127.0.0.1", port())));
        tcp(
                "0.0.0.0, and dual on device a0",
                () -> List.of(
                        shared(IPV4).bind("0.0.0.0", port()),
                        shared6().device("a0").bind("::", port())));
        ports.put(port(), "bound, not listening");
        tcp.put(port() - 1, List.of(NativeSocket.tcp(IPV4).bind("0.0.0.0", port() - 1)));
    }

    private void makeUdp() {
        udp("0.0.0.0", () -> List.of(NativeSocket.udp(IPV4).bind("0.0.0.0", port())));
        udp("dual", () -> List.of(NativeSocket.udp(IPV6).v6only(false).bind("::", port())));
        udp("v6only", () -> List.of(NativeSocket.udp(IPV6).v6only(true).bind("::", port())));
        udp("::1", () -> List.of(NativeSocket.udp(IPV6).bind("::1", port())));
        udp(
                "0.0.0.0 and 127.0.0.1",
                () -> List.of(
                        NativeSocket.udp(IPV4).reusePort().bind("0.0.0.0", port()),
                        NativeSocket.udp(IPV4).reusePort().bind("127.0.0.1", port())));
        udp(
                "device a0 beside 0.0.0.0",
                () -> List.of(
                        NativeSocket.udp(IPV4).reusePort().bind("0.0.0.0", port()),
                        NativeSocket.udp(IPV4).reusePort().device("a0").bind("0.0.0.0", port())));
        udp(
                "dual on device a0 beside 0.0.0.0",
                () -> List.of(
                        NativeSocket.udp(IPV4).reusePort().bind("0.0.0.0", port()),
                        NativeSocket.udp(IPV6)
                                .v6only(false)
                                .reusePort()
                                .device("a0")
                                .bind("::", port())));
        udp(
                "twins",
                () -> List.of(
                        NativeSocket.udp(IPV4).reuseAddress().bind("127.0.0.1", port()),
                        NativeSocket.udp(IPV4).reuseAddress().bind("127.0.0.1", port())));
    }

    private static NativeSocket dual() {
        return NativeSocket.tcp(IPV6).v6only(false);
    }

    private static NativeSocket only6() {
        return NativeSocket.tcp(IPV6).v6only(true);
    }

    private static NativeSocket shared(IpFamily family) {
        return NativeSocket.tcp(family).reusePort();
    }

    private static NativeSocket shared6() {
        return dual().reusePort();
    }

    /** The next free one. */
    private int port() {
        return FIRST_PORT + ports.size();
    }

    private void tcp(String name, Supplier<List<NativeSocket>> sockets) {
        List<NativeSocket> made = sockets.get();
        made.forEach(socket -> socket.listen(64));
        tcp.put(port(), made);
        ports.put(port(), name);
    }

    private void udp(String name, Supplier<List<NativeSocket>> sockets) {
        udp.put(port(), sockets.get());
        ports.put(port(), name);
    }

    private void compare(Map<Long, String> ids) throws IOException, InterruptedException {
        for (JsonNode row : get("/api/addresses").get("addresses")) {
            String address = row.get("address").asString();
            Set<String> predicted = new TreeSet<>();
            row.get("sockets").forEach(id -> predicted.add(id.asString()));
            Set<String> uncertain = new TreeSet<>();
            row.get("uncertain").forEach(id -> uncertain.add(id.asString()));
            tcp.forEach((port, sockets) -> compare("tcp", address, port, sockets, ids, predicted, uncertain));
            udp.forEach((port, sockets) -> compare("udp", address, port, sockets, ids, predicted, uncertain));
        }
    }

    private void compare(
            String protocol,
            String address,
            int port,
            List<NativeSocket> sockets,
            Map<Long, String> ids,
            Set<String> predicted,
            Set<String> uncertain) {
        Set<String> there = new TreeSet<>();
        sockets.stream()
                .map(socket -> ids.get(socket.inode()))
                .filter(predicted::contains)
                .forEach(there::add);
        String certain = there.isEmpty() || !uncertain.containsAll(there) ? "certain" : "uncertain";
        String got = happened(protocol, address, port, sockets, ids);
        String pair = protocol + " " + address + " " + ports.get(port);
        System.out.println(String.join(" | ", "pair", pair, String.join(" ", there), got, certain));
    }

    /** Who got it; empty when nobody did. */
    private static String happened(
            String protocol, String address, int port, List<NativeSocket> sockets, Map<Long, String> ids) {
        IpFamily family = IpAddress.parse(address).orElseThrow().family();
        boolean isTcp = protocol.equals("tcp");
        try (NativeSocket client = isTcp ? NativeSocket.tcp(family) : NativeSocket.udp(family)) {
            client.connect(address, port);
            if (!isTcp) {
                client.send(new byte[] {1});
            }
            return sockets.stream()
                    .filter(NativeSocket::takesOne)
                    .map(socket -> ids.get(socket.inode()))
                    .collect(Collectors.joining(" "));
        } catch (LastErrorException e) {
            return ""; // refused: nobody
        }
    }

    /**
     * Waits until Homeport has seen all of them. After a look that took long it asks for sockets that are bound without
     * listening only twenty seconds later.
     */
    private Map<Long, String> idsByInode() throws IOException, InterruptedException {
        List<NativeSocket> all = new ArrayList<>();
        tcp.values().forEach(all::addAll);
        udp.values().forEach(all::addAll);
        Map<Long, String> ids = new LinkedHashMap<>();
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!all.stream().map(NativeSocket::inode).allMatch(ids::containsKey)) {
            JsonNode answer = get("/api/sockets");
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Homeport does not see the sockets "
                        + all.stream()
                                .filter(socket -> !ids.containsKey(socket.inode()))
                                .map(this::told)
                                .toList()
                        + " at " + Instant.now() + ": " + answer);
            }
            for (JsonNode socket : answer.get("sockets")) {
                ids.put(socket.get("inode").asLong(), socket.get("id").asString());
            }
        }
        return ids;
    }

    private String told(NativeSocket socket) {
        return Stream.of(tcp, udp)
                .flatMap(made -> made.entrySet().stream())
                .filter(made -> made.getValue().contains(socket))
                .map(made -> made.getKey() + " " + ports.get(made.getKey()) + " inode " + socket.inode())
                .collect(Collectors.joining());
    }

    /** Homeport's own proof of as many ports as it lets in a minute, by the first of the sockets on each. */
    private void prove(Map<Long, String> ids) throws IOException, InterruptedException {
        for (Map.Entry<Integer, List<NativeSocket>> port :
                tcp.entrySet().stream().limit(30).toList()) {
            if (!ports.get(port.getKey()).startsWith("bound")) {
                String id = ids.get(port.getValue().get(0).inode());
                for (JsonNode result :
                        post("/api/addresses/proofs?socket=" + id).get("results")) {
                    System.out.println(String.join(
                            " | ",
                            "proof",
                            ports.get(port.getKey()) + " "
                                    + result.get("address").asString(),
                            result.get("predicted").asString(),
                            result.get("outcome").asString(),
                            result.get("asPredicted").asString()));
                }
            }
        }
    }

    /** What another machine really reaches, beside what is said of it. */
    private void reach(Map<Long, String> ids) throws IOException, InterruptedException {
        tcp.forEach((port, sockets) -> {
            if (!ports.get(port).startsWith("bound")) {
                sockets.forEach(OddNetwork::drain);
            }
        });
        Map<String, Set<String>> reached = new LinkedHashMap<>();
        Process peer = new ProcessBuilder(
                        "nsenter",
                        "-t",
                        System.getenv("PEER"),
                        "-n",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answers = peer.inputReader();
                BufferedWriter targets = peer.outputWriter()) {
            for (JsonNode row : get("/api/addresses").get("addresses")) {
                IpAddress address =
                        IpAddress.parse(row.get("address").asString()).orElseThrow();
                boolean isOnItsLink = row.get("interface").asString().equals("eth1");
                if (!address.isLoopback() && (address.zone() == null || isOnItsLink)) {
                    // Its own name of the link is the zone there.
                    String target = address.zone() == null
                            ? address.text()
                            : address.withZone("peer0").text();
                    for (Map.Entry<Integer, List<NativeSocket>> port : tcp.entrySet()) {
                        targets.write(target + " " + port.getKey() + "\n");
                        targets.flush();
                        if (answers.readLine().equals("connected")) {
                            port.getValue().stream()
                                    .filter(NativeSocket::takesOne)
                                    .forEach(socket -> reached.computeIfAbsent(
                                                    ids.get(socket.inode()), id -> new TreeSet<>())
                                            .add(address.text()));
                        }
                    }
                }
            }
        }
        for (JsonNode socket : get("/api/addresses/reach?protocol=tcp").get("sockets")) {
            String name = ports.get(socket.get("port").asInt());
            if (name != null) {
                System.out.println(String.join(
                        " | ",
                        "peer",
                        name,
                        socket.get("access").get(2).get("verdict").asString(),
                        socket.get("access").get(2).get("because").asString(),
                        String.join(" ", reached.getOrDefault(socket.get("id").asString(), Set.of()))));
            }
        }
    }

    /** What the proofs left. */
    private static void drain(NativeSocket socket) {
        boolean isEmpty = false;
        while (!isEmpty) {
            isEmpty = !socket.takesOne();
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private JsonNode post(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
