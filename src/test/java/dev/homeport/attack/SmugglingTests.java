package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that say one thing to a proxy and another to the program: forged headers, twisted paths, two lengths. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"homeport.token=correct-horse", "server.tomcat.connection-timeout=500ms"})
@ExtendWith(OutputCaptureExtension.class)
class SmugglingTests {

    private static final String SECOND = "GET /livez HTTP/1.1\nHost: localhost\nConnection: close\n\n";

    @LocalServerPort
    int port;

    private Answer stranger(String target, String head) throws IOException {
        try (Wire wire = new Wire(port)) {
            return wire.send("GET", target, head, "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: //evil.example",
                "X-Forwarded-User: root",
                "Forwarded: for=127.0.0.1;host=evil.example;proto=https",
                "X-Real-IP: 127.0.0.1",
                "X-Original-URL: /livez",
                "X-Rewrite-URL: /livez",
                "X-HTTP-Method-Override: OPTIONS",
                "X-Host: evil.example",
                "X-Remote-User: reader",
                "Proxy-Authorization: Bearer correct-horse",
                "X-Auth-Token: correct-horse",
                "X-Custom-IP-Authorization: 127.0.0.1",
                "Homeport-Peer: watched"
            })
    void forgedHeaderOpensNothingAndLeadsNowhereElse(String forged) throws IOException {
        for (String target : List.of("/", "/api/vantage", "/actuator", "/compare/states")) {
            Answer answer = stranger(target, forged + "\n");
            assertThat(answer.status()).as(target).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("evil.example");
        }
        String known = forged + "\nAuthorization: Bearer correct-horse\n";
        assertThat(stranger("/actuator", known).body())
                .contains("http://localhost:" + port + "/actuator/health")
                .doesNotContain("evil.example");
        assertThat(stranger("/compare/states", known).header("Location").orElseThrow())
                .matches("(http://localhost:" + port + ")?/compare");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/livez/../api/vantage",
                "/livez/..;/api/vantage",
                "/css/..;/api/vantage",
                "/css/%2e%2e/api/vantage",
                "/css/..%2fapi/vantage",
                "/css/%252e%252e/api/vantage",
                "/css/..%5capi/vantage",
                "/css/..\\api\\vantage",
                "/css/base.css/../../api/vantage",
                "//api/vantage",
                "/api//vantage",
                "/api/vantage;.css",
                "/api/vantage;/css/base.css",
                "/api/vantage%3b.css",
                "/api/vantage%00.css",
                "/api/vantage%0a.css",
                "/api/vantage%20",
                "/api/vantage/",
                "/api/vantage.",
                "/api/vantage.json",
                "/api/./vantage",
                "/api/%76antage",
                "/API/vantage",
                "/%61pi/vantage",
                "/actuator/health/../env",
                "/actuator/..;/env",
                "/actuator/health;/../env",
                "/actuator/health/lo/../../env",
                "/actuator;/env",
                "/actuator/env",
                "/actuator/heapdump",
                "/;/actuator/prometheus",
                "/error/../api/vantage",
                "/favicon.svg/../api/vantage",
                "/webjars/../api/vantage",
                "/webjars/htmx.org/../../application.yaml",
                "/css/../application.yaml",
                "/css//../../application.yaml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "*",
                "api/vantage",
                "?",
                "http://localhost/api/vantage",
                "http:///api/vantage",
                "/\u00e5pi"
            })
    void twistedPathOpensNothing(String target) throws IOException {
        Answer answer = stranger(target, "");
        assertThat(answer.status()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("hostname", "spring:", "classpath");
        assertThat(answer.harm()).isEmpty();
    }

    /** As often as there are answers, there were requests. */
    private int answers(String request) throws IOException {
        String all = RawHttp.send("127.0.0.1", port, request);
        assertThat(all).doesNotContain("HTTP/1.1 500");
        return (int) Pattern.compile("HTTP/1\\.1 \\d").matcher(all).results().count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n",
                "Transfer-Encoding: chunked\nContent-Length: 4\n\n0\n\n",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n",
                "Transfer-Encoding: identity, chunked, identity\n\n0\n\n",
                "Transfer-Encoding: xchunked\n\n0\n\n",
                "Transfer-Encoding : chunked\n\n0\n\n",
                "Transfer-Encoding: \u000bchunked\n\n0\n\n",
                "Content-Length: 0\nContent-Length: 5\n\n",
                "Content-Length: 0\nContent-Length: 0\n\n",
                "Content-Length: 0, 5\n\n",
                "Content-Length: +0\n\n",
                "Content-Length: -1\n\n",
                "Content-Length: 0x0\n\n",
                "Content-Length: 99999999999999999999\n\n",
                "Content-Length : 0\n\n",
                "Transfer-Encoding: chunked\n\n-1\n\n",
                "Transfer-Encoding: chunked\n\nfffffffffffffffff\n\n",
                "X: a\rTransfer-Encoding: chunked\n\n0\n\n",
                "\u0000: x\nContent-Length: 0\n\n"
            })
    void bodyWhoseEndIsDoubtfulEndsTheConnection(String framing) throws IOException {
        assertThat(answers("POST /livez HTTP/1.1\nHost: localhost\n" + framing + SECOND))
                .isLessThan(2);
    }

    @Test
    void headThatIsTooLargeOrEndlessIsRefused(CapturedOutput log) throws IOException {
        String start = "GET /livez HTTP/1.1\nHost: localhost\n";
        assertThat(RawHttp.send("127.0.0.1", port, start + "X: " + "a".repeat(100_000) + "\n\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(RawHttp.send("127.0.0.1", port, start + "X: a\n".repeat(5_000) + "\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(RawHttp.send("127.0.0.1", port, start + "X: a\n continued\nConnection: close\n\n"))
                .startsWith("HTTP/1.1");
        assertThat(log.getAll()).doesNotContain(" ERROR ");
    }

    /** The server ends it by itself: nothing more is sent, and the end is waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET / HTTP/1.1\n", "GET / HTTP/1.1\nHost: localhost\nX: "})
    void headThatDoesNotComeIsNotWaitedForWithoutEnd(String begun) throws IOException {
        assertThat(RawHttp.send("127.0.0.1", port, begun)).doesNotContain("200", "500");
    }
}
