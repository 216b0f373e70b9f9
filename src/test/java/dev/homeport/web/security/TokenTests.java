package dev.homeport.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.RawHttp;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The program with a token. It stays on the loopback; a set token is asked for there too. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.token=correct-horse")
class TokenTests {

    private static final String STATUS_ALONE = "{\"status\":\"UP\"}";

    @LocalServerPort
    int port;

    @Test
    void strangerIsToldHowToGetIn() throws IOException {
        for (String path : new String[] {
            "/",
            "/sockets",
            "/api/sockets",
            "/api/vantage",
            "/events",
            "/actuator/metrics",
            "/actuator/prometheus",
            "/actuator/info",
            "/nosuch"
        }) {
            assertThat(get(path, ""))
                    .as(path)
                    .startsWith("HTTP/1.1 401")
                    .contains("WWW-Authenticate: Bearer", "Authorization: Bearer");
        }
        assertThat(get("/", "Accept: text/html\n"))
                .startsWith("HTTP/1.1 401")
                .contains("<form", "name=\"token\"", "type=\"password\"");
    }

    @Test
    void strangerGetsTheStatusAlone() throws IOException {
        assertThat(get("/actuator/health", "")).startsWith("HTTP/1.1 200").contains(STATUS_ALONE);
        assertThat(get("/actuator/health/lo", "")).startsWith("HTTP/1.1 200").contains(STATUS_ALONE);
        assertThat(get("/livez", "")).startsWith("HTTP/1.1 200");
        assertThat(get("/readyz", "")).startsWith("HTTP/1.1 200");
        assertThat(get("/actuator/health/loopback", "")).startsWith("HTTP/1.1 401");
        assertThat(get("/actuator/health/expectations", "")).startsWith("HTTP/1.1 401");
        assertThat(get("/actuator/health/liveness", ""))
                .startsWith("HTTP/1.1 200")
                .contains("\"status\":\"UP\"");
        assertThat(get("/actuator/health", "Authorization: Bearer correct-horse\n"))
                .contains("components", "groups");
        assertThat(get("/actuator/health/loopback/ipv4", "Authorization: Bearer correct-horse\n"))
                .startsWith("HTTP/1.1 200")
                .contains("observed");
    }

    @Test
    void signInPageHasItsStyles() throws IOException {
        assertThat(get("/css/base.css", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void bearerOfTheTokenComesIn() throws IOException {
        assertThat(get("/api/sockets", "Authorization: Bearer correct-horse\n")).startsWith("HTTP/1.1 200");
        assertThat(get("/api/sockets", "Authorization: bearer correct-horse\n")).startsWith("HTTP/1.1 200");
        assertThat(get("/api/sockets", "Authorization: Bearer wrong-horse\n")).startsWith("HTTP/1.1 401");
        assertThat(get("/api/sockets", "Authorization: Basic Y29ycmVjdC1ob3JzZQ==\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void linkIsExchangedForACookieAndLeavesTheAddressBar() throws IOException {
        String answer = get("/sockets?q=port:80&token=correct-horse&sort=pid", "");
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /sockets?q=port:80&sort=pid");
        assertThat(answer).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("correct-horse");
        assertThat(get("/api/sockets", "Cookie: " + cookie(answer) + "\n")).startsWith("HTTP/1.1 200");
        assertThat(get("/api/sockets", "Cookie: homeport-" + port + "=forged\n"))
                .startsWith("HTTP/1.1 401");
        assertThat(get("/?token=wrong-horse", "")).startsWith("HTTP/1.1 401").doesNotContain("Set-Cookie");
    }

    @Test
    void formIsExchangedToo() throws IOException {
        assertThat(post("token=correct-horse")).startsWith("HTTP/1.1 303").contains("Location: /", "Set-Cookie");
        assertThat(post("token=wrong-horse")).startsWith("HTTP/1.1 401").doesNotContain("Set-Cookie");
    }

    @Test
    void cookieIsForOnePortSinceCookiesThemselvesAreNot() throws IOException {
        String answer = RawHttp.send(
                "127.0.0.1", port, "GET /?token=correct-horse HTTP/1.1\nHost: localhost:8081\nConnection: close\n\n");
        assertThat(cookie(answer)).startsWith("homeport-8081=");
    }

    private static String cookie(String answer) {
        Matcher matcher = Pattern.compile("Set-Cookie: ([^;]+);").matcher(answer);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String get(String path, String headers) throws IOException {
        String host = "Host: localhost:" + port + "\n";
        return RawHttp.send(
                "127.0.0.1", port, "GET " + path + " HTTP/1.1\n" + host + headers + "Connection: close\n\n");
    }

    private String post(String form) throws IOException {
        return RawHttp.send(
                "127.0.0.1",
                port,
                "POST /token HTTP/1.1\nHost: localhost:" + port + "\nOrigin: http://localhost:" + port
                        + "\nContent-Type: application/x-www-form-urlencoded\nContent-Length: " + form.length()
                        + "\nConnection: close\n\n" + form);
    }
}
