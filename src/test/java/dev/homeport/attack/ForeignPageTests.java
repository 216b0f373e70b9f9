package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** What pages of other sites, and of other ports of localhost, can send (DOMAIN R10.3), to all that the program answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ForeignPageTests extends WireToProgram {

    private static final List<String> CHANGING = List.of("POST", "PUT", "PATCH", "DELETE");
    private static final Map<String, String> FOREIGN = Map.of(
            "another site", "Origin: https://evil.example\nSec-Fetch-Site: cross-site\n",
            "another port", "Origin: http://localhost:3000\nSec-Fetch-Site: same-site\n",
            "an old browser", "Origin: http://localhost:3000\n",
            "a sandbox", "Origin: null\nSec-Fetch-Site: cross-site\n",
            "a form without an origin", "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\n",
            "an origin that says it is none", "Origin: https://evil.example\nSec-Fetch-Site: none\n");
    private static final String STATE = "{\"format\":\"homeport-state\",\"version\":1,\"hosts\":{}}";

    @Autowired
    ApplicationContext program;

    @Test
    void nothingThatMayChangeSomethingIsTakenFromOthers() throws IOException {
        for (String path : new Doors(program).paths()) {
            for (Map.Entry<String, String> from : FOREIGN.entrySet()) {
                for (String method : CHANGING) {
                    Answer answer = wire.send(method, path, from.getValue(), "");
                    assertThat(answer.status())
                            .as(method + path + from.getKey())
                            .isEqualTo(403);
                    assertThat(answer.harm()).isEmpty();
                }
            }
        }
    }

    @Test
    void methodsThatHttpHasNotAreTakenFromNobodyAndWrittenNowhere(CapturedOutput log) throws IOException {
        for (String path : new Doors(program).paths()) {
            for (String method : List.of("TRACE", "PROPFIND", "get", "FOO", "PUT", "DELETE")) {
                Answer answer = wire.send(method, path, "X-Secret: s3cret\n", "");
                assertThat(answer.status()).as(method + path).isIn(400, 404, 405);
                assertThat(answer.harm()).isEmpty();
                assertThat(answer.body()).doesNotContain("s3cret");
                assertThat(answer.header("X-Content-Type-Options"))
                        .as(method + path)
                        .contains("nosniff");
            }
        }
        assertThat(log.getAll()).doesNotContain(" WARN ", " ERROR ");
    }

    @Test
    void whoeverAsksBeforehandIsAllowedNothing() throws IOException {
        for (String path : new Doors(program).paths()) {
            String asks = "Origin: https://evil.example\nAccess-Control-Request-Method: POST\n"
                    + "Access-Control-Request-Headers: content-type\nAccess-Control-Request-Private-Network: true\n";
            Answer answer = wire.send("OPTIONS", path, asks, "");
            assertThat(answer.status()).as(path).isLessThan(500);
            assertThat(answer.harm()).as(path).isEmpty();
        }
        assertThat(wire.send("OPTIONS", "*", "Origin: https://evil.example\n", "")
                        .harm())
                .isEmpty();
    }

    @Test
    void readingTellsNoOtherOriginThatItMayRead() throws IOException {
        for (String path : new Doors(program).paths()) {
            if (!path.equals("/events")) {
                Answer answer = wire.send("GET", path, FOREIGN.get("another port"), "");
                assertThat(answer.headers()).as(path).noneMatch(line -> line.startsWith("Access-Control"));
                assertThat(answer.header("Cross-Origin-Resource-Policy"))
                        .as(path)
                        .contains("same-origin");
            }
        }
        assertThat(wire.send("GET", "/events", FOREIGN.get("another port"), "").status())
                .isEqualTo(403);
    }

    @Test
    void stateOfOursStaysAndNoneOfTheirsComes() throws IOException {
        Answer kept = wire.send("POST", "/api/compare/states", "Content-Type: application/json\n", STATE);
        String id = kept.body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
        String before = sides();
        for (String foreign : FOREIGN.values()) {
            wire.send("POST", "/api/compare/states", foreign + "Content-Type: application/json\n", STATE);
            wire.send("POST", "/api/compare/states", foreign + "Content-Type: text/plain\n", STATE);
            wire.send("POST", "/compare/states/remove?id=" + id, foreign, "");
            wire.send("DELETE", "/api/compare/states/" + id, foreign, "");
        }
        for (String reading :
                List.of("/compare/states/remove?id=" + id, "/api/compare/states/" + id + "?_method=DELETE")) {
            wire.send("GET", reading, "X-HTTP-Method-Override: DELETE\n", "");
        }
        wire.send("POST", "/api/compare/states/" + id + "?_method=delete", "X-HTTP-Method-Override: DELETE\n", "");
        assertThat(sides()).contains(id).isEqualTo(before);
    }

    private String sides() throws IOException {
        return wire.get("/api/compare")
                .body()
                .replaceAll("(?s).*\"sides\":(\\[.*?]).*", "$1")
                .replaceAll("[^a-z:0-9]*\"(?!saved:)[^\"]*\"", "");
    }

    /** A refusal of a body names what would be taken, and not what a null is. */
    @Test
    void bodyOfAnUnknownKindIsRefusedInWords(CapturedOutput log) throws IOException {
        for (String type : List.of("", "Content-Type: text/plain\n", "Content-Type: <x9>/\n", "Content-Type: */*\n")) {
            Answer answer = wire.send("POST", "/api/compare/states", type, STATE);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.body()).contains("Content-Type: application/json").doesNotContain("null", "x9");
        }
        assertThat(log.getAll()).doesNotContain(" WARN ", "x9");
    }

    @Test
    void acceptThatCannotBeReadIsAnsweredAndNotWrittenDown(CapturedOutput log) throws IOException {
        for (String accept : List.of("x9", "*/", "text/<x9>", "a/b;q=x9", "application/x9", ",,;")) {
            for (String path : List.of("/", "/api/sockets", "/api/sockets?port=x", "/api/latency/runs/x", "/nosuch")) {
                Answer answer = wire.send("GET", path, "Accept: " + accept + "\n", "");
                assertThat(answer.harm()).as(accept + path).isEmpty();
                assertThat(answer.body()).as(accept + path).isNotEmpty();
            }
        }
        assertThat(log.getAll()).doesNotContain(" WARN ", "x9");
    }
}
