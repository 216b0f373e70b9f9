package dev.homeport.containers;

import static dev.homeport.containers.RunningApplication.getsFromHere;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.FreePort;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reaches what, between the host on which these tests and a Homeport run and applications in containers of their own
 * (DOMAIN R8.1, R8.3, R8.6 to R8.9, and R8.16 on how podman forwards): each prediction is tried.
 */
@Tag("containers")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
class TruthTableTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String BRIDGE = "podman";
    private static final String OTHER_NETWORK = "homeport-test-other";
    private static final int INSIDE = 80;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int homeport;

    @BeforeAll
    static void build() {
        Podman.buildImage();
        Podman.assumeOnHost();
    }

    @AfterEach
    void removeNetwork() {
        Podman.podman("network", "rm", "--force", OTHER_NETWORK);
    }

    private JsonNode json(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + homeport + path);
        return JsonMapper.shared()
                .readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body());
    }

    /** Asks until there is an answer: readings are taken on their own clock. */
    private <T> T await(String path, Function<JsonNode, Optional<T>> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = json(path);
        while (wanted.apply(answer).isEmpty()) {
            assertThat(System.nanoTime()).as("%s", answer).isLessThan(deadline);
            answer = json(path);
        }
        return wanted.apply(answer).get();
    }

    private String id(RunningApplication application) throws Exception {
        return await(
                "/api/namespaces",
                all -> all.path("namespaces")
                        .valueStream()
                        .filter(one -> one.path("name").asString("").endsWith(application.name()))
                        .filter(one -> !one.path("listeners").isEmpty())
                        .map(one -> one.path("id").asString())
                        .findFirst());
    }

    /**
     * The same when Homeport has been in there: until then, /proc does not tell whether Java's sockets take IPv4. A visit may
     * have been before the application listened; the next one is some seconds later.
     */
    private JsonNode metAfterAVisit(String from, String to, int port) throws Exception {
        return await(
                comparison(from, to),
                both -> row(both, port)
                        .filter(row -> !row.path("fromThere").asString("").equals("unknown")));
    }

    /** How {@code to}'s listener on {@code port} looks from {@code from}; both are ids of namespaces. */
    private JsonNode met(String from, String to, int port) throws Exception {
        return await(comparison(from, to), both -> row(both, port));
    }

    private static String comparison(String from, String to) {
        return "/api/compare?left=" + from + "&right=" + to;
    }

    private static Optional<JsonNode> row(JsonNode both, int port) {
        return List.of("onlyRight", "both").stream()
                .flatMap(where -> both.path("listeners").path(where).valueStream())
                .filter(row -> row.path("port").asInt() == port)
                .flatMap(row -> row.path("right").valueStream())
                .findFirst();
    }

    private static List<String> targets(JsonNode met) {
        return met.path("targets").valueStream().map(JsonNode::asString).toList();
    }

    private static String ownAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .filter(one -> one.getName()
                        .endsWith("podman0")) // or cni-podman0, by the network stack that it was installed with
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(address -> address.getHostAddress())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The table of R8.1 and R8.3, as podman's forwarding has it (R8.16): a mistake inside the container gives a refusal, and
     * {@code ::1} is refused in any case.
     */
    @ParameterizedTest
    @CsvSource({
        // listens on, at, published on,     127.0.0.1, another address, the container's
        "127.0.0.1,   80, 0.0.0.0,          false,     false,           false",
        "0.0.0.0,     80, 0.0.0.0,          true,      true,            true",
        "::,          80, 0.0.0.0,          true,      true,            true",
        "0.0.0.0,     81, 0.0.0.0,          false,     false,           false",
        "0.0.0.0,     80, 127.0.0.1,        true,      false,           true",
        "127.0.0.1,   80, 127.0.0.1,        false,     false,           false",
    })
    void publishedPort(
            String bind, int listensOn, String publishedOn, boolean byLoopback, boolean byAddress, boolean directly)
            throws Exception {
        int port = FreePort.find();
        try (RunningApplication application = RunningApplication.started(
                "published", bind, listensOn, "--publish", publishedOn + ":" + port + ":" + INSIDE)) {
            String address = application.address(BRIDGE);
            assertThat(getsFromHere("127.0.0.1", port)).as("at 127.0.0.1").isEqualTo(byLoopback);
            assertThat(getsFromHere("::1", port)).as("at ::1").isFalse();
            assertThat(getsFromHere(ownAddress(), port))
                    .as("at another address")
                    .isEqualTo(byAddress);
            assertThat(getsFromHere(address, INSIDE)).as("at the container").isEqualTo(directly);

            String id = id(application);
            JsonNode published = await(
                    "/api/compare?right=" + id,
                    both -> both.path("published")
                            .valueStream()
                            .filter(one -> one.path("port").asInt() == port)
                            .findFirst());
            assertThat(published.path("scope").asString())
                    .isEqualTo(publishedOn.equals("0.0.0.0") ? "all" : "loopback");
            assertThat(published.path("by").asString()).isEqualTo("conmon");
            assertThat(published.path("certain").asBoolean(true)).isFalse();
            assertThat(published.path("inside").path("port").asInt())
                    .as("inferred: nothing else listens in the container")
                    .isEqualTo(listensOn);
            if (listensOn == INSIDE) {
                assertThat(published.path("works").asBoolean()).isEqualTo(byLoopback);
            }
            assertThat(published.path("behind").asString()).contains("java listens there on");
            if (bind.equals("127.0.0.1")) {
                JsonNode diagnosis = json("/api/diagnose?target=127.0.0.1:" + port);
                assertThat(diagnosis.path("cause").asString()).isEqualTo("FORWARDER_DEAD_TARGET");
                assertThat(diagnosis.path("summary").asString()).contains("127.0.0.1:80 alone");
                assertThat(diagnosis.path("reachable").asBoolean(true)).isFalse();
            }
            JsonNode met = metAfterAVisit("", id, listensOn);
            assertThat(met.path("fromThere").asString().equals("reaches"))
                    .isEqualTo(listensOn == INSIDE ? directly : !bind.equals("127.0.0.1"));
            assertThat(targets(met))
                    .allSatisfy(
                            target -> assertThat(getsTarget(target)).as(target).isTrue());
        }
    }

    private static boolean getsTarget(String target) {
        int colon = target.lastIndexOf(':');
        return getsFromHere(
                target.substring(0, colon).replaceAll("[\\[\\]]", ""), Integer.parseInt(target.substring(colon + 1)));
    }

    /** R8.7, R8.8, R8.9: between containers on one bridge, directly and through what the host publishes. */
    @Test
    void neighboursOnABridge() throws Exception {
        int open = FreePort.find();
        int closed = FreePort.find();
        try (RunningApplication server =
                        RunningApplication.started("server", "0.0.0.0", INSIDE, "--publish", open + ":" + INSIDE);
                RunningApplication hidden = RunningApplication.started(
                        "hidden", "0.0.0.0", INSIDE, "--publish", "127.0.0.1:" + closed + ":" + INSIDE);
                RunningApplication client = RunningApplication.started("client", "127.0.0.1", 8081)) {
            String host = json("/api/vantage").path("namespace").asString();
            JsonNode direct = met(id(client), id(server), INSIDE);
            assertThat(targets(direct)).contains(server.address(BRIDGE) + ":" + INSIDE);
            assertThat(client.gets(server.address(BRIDGE), INSIDE)).isTrue();
            assertThat(client.gets(server.address(BRIDGE), open))
                    .as("the published port is the host's")
                    .isFalse();
            assertThat(client.gets("127.0.0.1", INSIDE)).isFalse();

            String gateway = ownAddress();
            assertThat(targets(met(id(client), host, open))).contains(gateway + ":" + open);
            assertThat(client.gets(gateway, open)).isTrue();
            assertThat(met(id(client), host, closed).path("fromThere").asString())
                    .isEqualTo("not");
            assertThat(client.gets(gateway, closed)).isFalse();
            assertThat(client.gets(hidden.address(BRIDGE), INSIDE))
                    .as("next to it all the same")
                    .isTrue();

            JsonNode lonely = met(id(server), id(client), 8081);
            assertThat(lonely.path("fromThere").asString()).isEqualTo("not");
            assertThat(server.gets(client.address(BRIDGE), 8081)).isFalse();
        }
    }

    /** R8.6, R8.7: what a diagnosis says to somebody in a container, tried from there. */
    @ParameterizedTest
    @CsvSource({"0.0.0.0, REACHABLE, true", "127.0.0.1, OTHER_ADDRESS_ONLY, false"})
    void hostDiagnosedFromAContainer(String bind, String cause, boolean reaches) throws Exception {
        try (RunningApplication client = RunningApplication.started("asking", "127.0.0.1", 8081);
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName(bind))) {
            Thread serving = new Thread(() -> Application.serve(server));
            serving.setDaemon(true);
            serving.start();
            int port = server.getLocalPort();
            JsonNode answer = await(
                    "/api/diagnose?from=container&target=host.containers.internal:" + port,
                    one -> Optional.of(one)
                            .filter(told -> told.path("cause").asString("").equals(cause))
                            .filter(told -> told.at("/causes/0/evidence")
                                    .valueStream()
                                    .anyMatch(seen ->
                                            seen.path("observed").asString("").contains(client.name()))));
            assertThat(answer.path("summary").asString().contains(ownAddress() + ":" + port))
                    .isEqualTo(reaches);
            assertThat(client.gets(ownAddress(), port)).isEqualTo(reaches);
            assertThat(json("/api/diagnose?from=container&target=localhost:" + port)
                            .path("cause")
                            .asString())
                    .isEqualTo("OTHER_NAMESPACE");
        }
    }

    /** R8.8: whether one bridge leads to the other is the engine's choice; that is said, and nothing is promised. */
    @Test
    void containersOnDifferentBridges() throws Exception {
        Podman.podman("network", "create", OTHER_NETWORK).text();
        try (RunningApplication server =
                        RunningApplication.started("server", "0.0.0.0", INSIDE, "--network", OTHER_NETWORK);
                RunningApplication client = RunningApplication.started("client", "127.0.0.1", 8081)) {
            JsonNode met = met(id(client), id(server), INSIDE);
            boolean reaches = client.gets(server.address(OTHER_NETWORK), INSIDE);
            assertThat(met.path("fromThere").asString())
                    .as("it reaches: %s", reaches)
                    .isEqualTo("unknown");
        }
    }

    /** Containers of one pod share a loopback (R8.11), and it is one namespace. */
    @Test
    void containersThatShareANetworkAreOneLoopback() throws Exception {
        try (RunningApplication first = RunningApplication.started("first", "127.0.0.1", INSIDE);
                RunningApplication second = RunningApplication.started(
                        "second", "127.0.0.1", 8081, "--network", "container:" + first.name())) {
            assertThat(second.gets("127.0.0.1", INSIDE)).isTrue();
            List<String> listening = new ArrayList<>();
            await("/api/namespaces", all -> {
                listening.clear();
                all.path("namespaces")
                        .valueStream()
                        .filter(one -> ports(one).contains(INSIDE) && ports(one).contains(8081))
                        .forEach(one -> listening.add(one.path("id").asString()));
                return listening.stream().findFirst();
            });
            assertThat(listening).hasSize(1);
        }
    }

    private static List<Integer> ports(JsonNode namespace) {
        return namespace
                .path("listeners")
                .valueStream()
                .map(listener -> listener.path("port").asInt())
                .toList();
    }
}
