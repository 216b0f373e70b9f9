package dev.homeport.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comparison through the whole program, with states that were handed in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CompareEndpointTests {

    private static final String BOUNDARY = "----a-boundary";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> handIn(String state) throws IOException, InterruptedException {
        return send(to("/api/compare/states")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(state)));
    }

    private HttpResponse<String> upload(String content) throws IOException, InterruptedException {
        String body = "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<b>state</b>.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return send(to("/compare/states")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String state(String hostname) {
        return "{\"format\":\"homeport-state\",\"version\":1,\"vantage\":{\"hostname\":\"" + hostname
                + "\"},\"sockets\":{\"reading\":\"fresh\",\"sockets\":[{\"protocol\":\"tcp\",\"family\":\"ipv4\",\"address\":"
                + "\"127.0.0.1\",\"port\":5432,\"scope\":\"loopback\",\"role\":\"server\",\"processes\":[{\"name\":\"<i>postgres\"}]}]}}";
    }

    @Test
    void stateHasAllPartsAndCanBeComparedWith() throws Exception {
        HttpResponse<String> saved = get("/api/state");
        assertThat(tree(saved).propertyNames())
                .contains(
                        "format",
                        "version",
                        "takenAt",
                        "vantage",
                        "sockets",
                        "addresses",
                        "hosts",
                        "localhost",
                        "latency",
                        "findings",
                        "namespaces");
        HttpResponse<String> kept = handIn(saved.body());
        assertThat(kept.statusCode()).isEqualTo(201);
        JsonNode both = tree(get("/api/compare?right=" + tree(kept).get("id").asString()));
        assertThat(both.get("sameLoopback").asBoolean(false)).isTrue();
        assertThat(both.at("/listeners/both")
                        .valueStream()
                        .map(row -> row.get("port").asInt()))
                .contains(port);
        assertThat(both.at("/listeners/onlyRight").size()).isZero();
    }

    @Test
    void pageIsToldOfTheSelfTestTooWhoseProofsItShows() throws Exception {
        assertThat(get("/compare").body())
                .contains("data-readings=\"namespaces interfaces sockets hosts loopback latency peers\"");
    }

    @Test
    void uploadLeadsToThePageOnWhichItStandsBesideThisMachine() throws Exception {
        HttpResponse<String> uploaded = upload(state("lap<top"));
        assertThat(uploaded.statusCode()).isBetween(302, 303);
        String page = get(URI.create(uploaded.headers().firstValue("Location").orElseThrow())
                        .toString()
                        .replaceFirst("^http://[^/]+", ""))
                .body();
        assertThat(page)
                .contains("<main", "lap&lt;top", "5432", "&lt;i&gt;postgres")
                .doesNotContain("<i>postgres");
    }

    @Test
    void onlyTheLastFewStatesAreKept() throws Exception {
        for (int i = 0; i < SavedStates.MOST + 2; i++) {
            assertThat(handIn(state("box" + i)).statusCode()).isEqualTo(201);
        }
        List<String> kept = tree(get("/api/compare"))
                .get("sides")
                .valueStream()
                .filter(side -> side.get("kind").asString().equals("saved"))
                .map(side -> side.get("name").asString())
                .toList();
        assertThat(kept).hasSize(SavedStates.MOST).contains("box5").doesNotContain("box0");
    }

    @Test
    void savedStateCanBeForgotten() throws Exception {
        String id = tree(handIn(state("gone"))).get("id").asString();
        assertThat(send(to("/api/compare/states/" + id).DELETE()).statusCode()).isEqualTo(204);
        HttpResponse<String> again = send(to("/api/compare/states/" + id).DELETE());
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(get("/api/compare?right=" + id).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"format\":\"other\"}", "not json at all"})
    void whatIsNoStateIsRefusedKindly(String content) throws Exception {
        HttpResponse<String> byProgram = handIn(content);
        assertThat(byProgram.statusCode()).isEqualTo(400);
        assertThat(byProgram.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        HttpResponse<String> byForm = upload(content);
        assertThat(byForm.statusCode()).isEqualTo(400);
        assertThat(byForm.body()).contains("field-error", "<main");
    }

    /** What {@code curl --data-binary} sends when it is told nothing else. */
    @Test
    void stateThatIsCalledAFormIsRefusedWithAWordOnWhatToCallIt() throws Exception {
        HttpResponse<String> refused = send(to("/api/compare/states")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("{\"format\":\"100 %, surely\"}")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(tree(refused).get("detail").asString()).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sockets?q=%25ff", "/?x=%25ff", "/compare?left=%25zz"})
    void addressThatCannotBeReadGetsAPageThatSaysWhy(String path) throws Exception {
        String raw = RawHttp.send(
                "127.0.0.1",
                port,
                "GET " + path.replace("%25", "%") + " HTTP/1.1\nHost: localhost:" + port
                        + "\nAccept: text/html\nConnection: close\n\n");
        assertThat(raw).startsWith("HTTP/1.1 400").contains("<main", "two hexadecimal digits");
    }

    @Test
    void addressThatStandsThereAfterARefusalLeadsBack() throws Exception {
        HttpResponse<String> back = get("/compare/states");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location").orElse("")).endsWith("/compare");
    }

    @Test
    void fileThatIsTooLargeIsRefusedKindly() throws Exception {
        HttpResponse<String> byForm = upload("x".repeat(6 << 20));
        assertThat(byForm.statusCode()).isEqualTo(413);
        assertThat(byForm.body()).contains("<main");
        HttpResponse<String> byProgram = handIn("[" + "1,".repeat(3 << 20) + "1]");
        assertThat(byProgram.statusCode()).isEqualTo(413);
        assertThat(byProgram.body()).contains("at most 4 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "0", "-1", "peer:", "saved:99", "%00", "%F0%9F%98%80", "<script>", "../../etc/passwd"
            })
    void sideThatIsNotThereIsNamedWithThoseThatAre(String id) throws Exception {
        String path = "?left=" + id.replace("<", "%3C").replace(">", "%3E");
        HttpResponse<String> answer = get("/api/compare" + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).get("parameter").asString()).isEqualTo("left");
        HttpResponse<String> page = get("/compare" + path);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("field-error", "<main")
                .doesNotContain("<script>../")
                .doesNotContain("class=\"headline\"");
    }

    @Test
    void pageOfTwoSidesIsWholeWithoutJavaScript() throws Exception {
        String id = tree(handIn(state("whole"))).get("id").asString();
        String page = get("/compare?right=" + id).body();
        assertThat(page).contains("lang=\"en\"", "<main", "<h1>Loopbacks side by side</h1>", "data-revision=");
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Test
    void machineWithHundredsOfPortsIsCutOnThePageAndWholeInTheAnswer() throws Exception {
        String sockets = IntStream.range(0, 300)
                .mapToObj(i -> "{\"protocol\":\"tcp\",\"family\":\"ipv4\",\"address\":\"10.0.0.1\",\"port\":"
                        + (20_000 + i) + ",\"scope\":\"address\",\"role\":\"server\",\"processes\":[]}")
                .collect(Collectors.joining(","));
        String id = tree(handIn("{\"format\":\"homeport-state\",\"version\":1,\"vantage\":{},\"sockets\":"
                        + "{\"reading\":\"fresh\",\"sockets\":[" + sockets + "]}}"))
                .get("id")
                .asString();
        String page = get("/compare?right=" + id).body();
        assertThat(page).contains("100 more.", "/api/compare?left=").doesNotContain("20250");
        assertThat(tree(get("/api/compare?right=" + id))
                        .at("/listeners/onlyRight")
                        .size())
                .isEqualTo(300);
    }

    @Test
    void fragmentIsNotSentAgainWhileItIsCurrent() throws Exception {
        HttpResponse<String> first = send(to("/compare").header("HX-Request", "true"));
        assertThat(first.body()).startsWith("<div id=\"live\"");
        String revision = first.body().replaceFirst("(?s).*?data-revision=\"([^\"]*)\".*", "$1");
        HttpResponse<String> second = send(to("/compare?revision=" + revision).header("HX-Request", "true"));
        assertThat(second.statusCode()).isIn(200, 204);
    }
}
