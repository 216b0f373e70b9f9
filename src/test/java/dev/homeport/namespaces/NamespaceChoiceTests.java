package dev.homeport.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and answers that are switched to a real network namespace beside Homeport's own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
class NamespaceChoiceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ADDRESS = "10.77.0.1";

    @RegisterExtension
    final Neighbours neighbours = new Neighbours();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    /** What listens on 127.0.0.1 there. */
    private String there;

    /** The id of the namespace. */
    private String id;

    @BeforeEach
    void start() throws Exception {
        String script = "ip link set lo up; ip addr add " + ADDRESS + "/32 dev lo";
        there = neighbours.inOwnNamespace(script, "127.0.0.1", ADDRESS)[0];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> found = id();
        while (found.isEmpty()) {
            assertThat(System.nanoTime()).as("the namespace shows").isLessThan(deadline);
            found = id();
        }
        id = found.get();
    }

    private Optional<String> id() throws Exception {
        return tree(get("/api/namespaces"))
                .get("namespaces")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("other"))
                .filter(one -> one.get("listeners")
                        .valueStream()
                        .anyMatch(listener -> listener.get("port").asString().equals(there)))
                .map(one -> one.get("id").asString())
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static List<Integer> ports(HttpResponse<String> answer) {
        return tree(answer)
                .get("sockets")
                .valueStream()
                .map(socket -> socket.get("port").asInt())
                .toList();
    }

    @Test
    void answersAreOfTheNamespaceThatIsAskedFor() throws Exception {
        assertThat(ports(get("/api/sockets?namespace=" + id)))
                .contains(Integer.valueOf(there))
                .doesNotContain(port);
        assertThat(ports(get("/api/sockets"))).contains(port).doesNotContain(Integer.valueOf(there));
        assertThat(get("/api/sockets.csv?namespace=" + id).body())
                .contains("," + there + ",")
                .doesNotContain("," + port + ",");
        assertThat(get("/api/sockets.csv").body()).contains("," + port + ",");
        assertThat(get("/api/addresses?namespace=" + id).body()).contains(ADDRESS);
        assertThat(get("/api/addresses").body()).doesNotContain(ADDRESS);
        assertThat(get("/api/addresses/reach?namespace=" + id).body()).contains(there);
        assertThat(tree(get("/api/latency?namespace=" + id)).get("namespace").asString())
                .isEqualTo(id);
        assertThat(tree(get("/api/hosts?namespace=" + id)).get("path").asString())
                .isEqualTo("/etc/hosts");
        assertThat(tree(get("/api/hosts/lookup?name=localhost&namespace=" + id))
                        .get("name")
                        .asString())
                .isEqualTo("localhost");
    }

    @Test
    void ownIdIsHomeportsOwn() throws Exception {
        String own = tree(get("/api/vantage")).get("namespace").asString();
        assertThat(ports(get("/api/sockets?namespace=" + own))).contains(port);
        assertThat(get("/latency?namespace=" + own).statusCode()).isEqualTo(302);
        assertThat(get("/api/latency?namespace=" + own).body())
                .as("whole, with the schedule of what is measured all the time")
                .contains("\"schedule\":");
    }

    @Test
    void pagesShowItAndSayWhoseItIs() throws Exception {
        for (String page : List.of("sockets", "addresses", "interfaces", "hosts", "latency")) {
            HttpResponse<String> shown = get("/" + page + "?namespace=" + id);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body())
                    .as(page)
                    .contains("as Homeport sees it from outside", "data-readings=\"namespaces\"")
                    .contains("href=\"/sockets?namespace=" + id + "\"");
            assertThat(fragment(page, "another").statusCode()).as(page).isEqualTo(200);
            assertThat(IntStream.range(0, 20).anyMatch(attempt -> isCurrent(page)))
                    .as("%s is not sent again while nothing changes", page)
                    .isTrue();
        }
        assertThat(get("/sockets?namespace=" + id).body()).contains(there).doesNotContain(">" + port + "<");
        assertThat(get("/addresses?namespace=" + id).body()).contains(ADDRESS, there);
        assertThat(get("/interfaces?namespace=" + id).body()).contains(ADDRESS + "/32");
        assertThat(get("/sockets").body()).doesNotContain("as Homeport sees it from outside");
    }

    private HttpResponse<String> fragment(String page, String revision) throws IOException, InterruptedException {
        return send(
                to("/" + page + "?namespace=" + id + "&revision=" + revision).header("HX-Request", "true"));
    }

    private boolean isCurrent(String page) {
        try {
            String shown = fragment(page, "another").body();
            String revision = shown.replaceFirst("(?s).*?data-revision=\"([^\"]*)\".*", "$1");
            return fragment(page, revision).statusCode() == 204;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What can only be done from inside is not offered: connecting, the system's resolver, this machine's commands. */
    @Test
    void nothingIsOfferedThatWouldHappenHereInsteadOfThere() throws Exception {
        String socket = tree(get("/api/sockets?namespace=" + id))
                .get("sockets")
                .get(0)
                .get("id")
                .asString();
        assertThat(get("/addresses?namespace=" + id + "&open=" + socket).body())
                .contains("From another computer")
                .doesNotContain("Prove it");
        assertThat(get("/sockets?namespace=" + id + "&open=" + socket).body())
                .contains("sudo nsenter --net --target ")
                .doesNotContain("<code>ss -tlnpe", "http://localhost:" + there);
        assertThat(get("/hosts?name=localhost&namespace=" + id).body())
                .contains("What does this name mean here?")
                .doesNotContain("Ask this system");
        HttpResponse<String> asked = send(to("/api/hosts/lookup?name=localhost&namespace=" + id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(tree(asked).get("parameter").asString()).isEqualTo("namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sockets", "addresses", "interfaces", "hosts", "latency"})
    void namespaceThatIsNotInSightIsNotReplacedByAnother(String page) throws Exception {
        HttpResponse<String> shown = get("/" + page + "?namespace=4711");
        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.body())
                .contains("namespace takes the id of a network namespace that is in sight", "4711")
                .doesNotContain(">" + port + "<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sockets", "sockets.csv", "addresses", "addresses/reach", "hosts", "hosts.csv", "latency"})
    void answerForANamespaceThatIsNotInSightNamesThoseThatAre(String answer) throws Exception {
        HttpResponse<String> refused = get("/api/" + answer + "?namespace=4711");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(tree(refused).get("accepts").asString())
                .contains(tree(get("/api/vantage")).get("namespace").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/localhost",
                "/",
                "/api/localhost",
                "/api/latency/history",
                "/api/findings",
                "/api/state",
                "/api/vantage"
            })
    void whatTellsOfHomeportsOwnAloneDoesNotAnswerForAnother(String path) throws Exception {
        assertThat(get(path + "?namespace=" + id).statusCode()).isEqualTo(400);
        String own = tree(get("/api/vantage")).get("namespace").asString();
        assertThat(get(path + "?namespace=" + own).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsTriedHereForANamespaceElsewhere() throws Exception {
        String socket = tree(get("/api/sockets"))
                .get("sockets")
                .valueStream()
                .filter(one -> one.get("port").asInt() == port)
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
        for (String path : List.of(
                "/api/addresses/proofs?socket=" + socket + "&",
                "/addresses/proofs?socket=" + socket + "&",
                "/api/latency/runs?target=tcp4&count=1000&",
                "/hosts?name=localhost&")) {
            HttpResponse<String> refused = send(to(path + "namespace=" + id).POST(BodyPublishers.noBody()));
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
        }
    }

    /** What mends the file there would spoil the one here. */
    @Test
    void commandsOfAnotherNamespaceAreNotForThisTerminal() throws Exception {
        String file = get("/hosts?namespace=" + id).body();
        assertThat(file).contains("/etc/hosts").doesNotContain("/etc/hosts.bak");
        assertThat(get("/api/hosts?namespace=" + id).body()).doesNotContain("/etc/hosts.bak");
        neighbours.inOwnNamespace("true", "0.0.0.0");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> down = idOfOneThatIsDown();
        while (down.isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            down = idOfOneThatIsDown();
        }
        assertThat(get("/interfaces?namespace=" + down.get()).body())
                .contains("Loopback is not as it should be", "In there, sudo ip link set lo up switches it on")
                .doesNotContain("<code>sudo ip link set lo up</code>");
    }

    private Optional<String> idOfOneThatIsDown() throws Exception {
        return tree(get("/api/namespaces"))
                .get("namespaces")
                .valueStream()
                .filter(one -> !one.at("/loopback/up").asBoolean(true))
                .map(one -> one.get("id").asString())
                .findFirst();
    }

    /**
     * R2.54, R2.58, R2.59: sysfs, {@code /proc/net} and Java's own list of interfaces would show Homeport's, or a mix of both,
     * to a thread that has entered another namespace.
     */
    @Test
    void interfacesInThereAreThoseOfThereAlone() throws Exception {
        String script = "ip link set lo up; ip link add probe0 type veth peer name probe1;"
                + " ip addr add 10.78.0.1/24 dev probe0; ip addr add fd78::1/64 dev probe0; ip link set probe0 up";
        String probe = neighbours.inOwnNamespace(script, "127.0.0.1")[0];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> visited = visited(probe);
        while (visited.isEmpty()) {
            assertThat(System.nanoTime()).as("Homeport goes in there").isLessThan(deadline);
            visited = visited(probe);
        }
        JsonNode inThere = tree(get("/api/addresses?namespace=" + visited.get()));
        assertThat(inThere.get("interfaces")
                        .valueStream()
                        .map(one -> one.get("name").asString()))
                .containsExactlyInAnyOrder("lo", "probe0", "probe1");
        assertThat(inThere.toString()).contains("10.78.0.1", "fd78::1");
        assertThat(get("/api/addresses").body()).doesNotContain("probe0", "10.78.0.1", "fd78::1");
    }

    /** The id of the namespace in which a program listens on {@code probe}, when Homeport has been in it. */
    private Optional<String> visited(String probe) throws Exception {
        return tree(get("/api/namespaces"))
                .get("namespaces")
                .valueStream()
                .filter(one -> one.at("/loopback/mtu").isInt())
                .filter(one -> one.get("listeners").toString().contains("\"port\":" + probe + ","))
                .map(one -> one.get("id").asString())
                .filter(found -> !found.equals(id))
                .findFirst();
    }

    @Test
    void firstOfSeveralCounts() throws Exception {
        for (String page : List.of("sockets", "addresses", "interfaces", "hosts", "latency")) {
            assertThat(get("/" + page + "?namespace=" + id + "&namespace=4711").statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }
}
