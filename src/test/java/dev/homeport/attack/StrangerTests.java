package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** Whoever has no token: guesses one, or looks whether some answer tells a word of the machine or of the token. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.token=" + StrangerTests.TOKEN)
@ExtendWith(OutputCaptureExtension.class)
class StrangerTests extends WireToProgram {

    static final String TOKEN = "Correct-Horse-9";

    /** What strangers get: the status alone, and what the sign-in page needs. */
    private static final Set<String> OPEN = Set.of(
            "/actuator/health",
            "/livez",
            "/readyz",
            "/error",
            "/css/base.css",
            "/js/live.js",
            "/favicon.svg",
            "/webjars/htmx.org/dist/htmx.min.js");

    @Autowired
    ApplicationContext program;

    private Answer ask(String method, String target, String head) throws IOException {
        return wire.send(method, target, head, "");
    }

    @Test
    void noPathTellsAStrangerAWordOfTheMachine() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<String> words = new ArrayList<>(List.of(
                    String.valueOf(listener.getLocalPort()),
                    System.getProperty("user.dir"),
                    System.getProperty("java.home"),
                    "surefire",
                    "4026531",
                    "127.0.0.1",
                    "\"components\"",
                    TOKEN));
            for (String path : new Doors(program).paths()) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
                    for (String head : List.of("Accept: text/html\n", "HX-Request: true\n")) {
                        Answer answer = ask(method, path, head);
                        String all = answer.headers() + (Doors.FILES.contains(path) ? "" : answer.body());
                        assertThat(words).as(method + " " + path).noneMatch(all::contains);
                        boolean isOpen = OPEN.contains(path) && answer.status() != 401;
                        assertThat(isOpen || answer.status() == 401)
                                .as(method + " " + path + " " + answer.status())
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Bearer Correct-Horse-",
                "Authorization: Bearer Correct-Horse-99",
                "Authorization: Bearer correct-horse-9",
                "Authorization: Bearer CORRECT-HORSE-9",
                "Authorization: Bearer \"Correct-Horse-9\"",
                "Authorization: Bearer Correct-Horse-9,",
                "Authorization: Bearer x Correct-Horse-9",
                "Authorization: Bearer Correct-Horse-9%00",
                "Authorization: BearerCorrect-Horse-9",
                "Authorization: Token Correct-Horse-9",
                "Authorization: Basic Q29ycmVjdC1Ib3JzZS05Og==",
                "Authorization: Correct-Horse-9",
                "Token: Correct-Horse-9",
                "X-Api-Key: Correct-Horse-9",
                "Cookie: token=Correct-Horse-9",
                "Cookie: homeport=Correct-Horse-9",
                "Cookie: JSESSIONID=Correct-Horse-9",
                "Referer: http://localhost/?token=Correct-Horse-9"
            })
    void guessIsNoToken(String head) throws IOException {
        assertThat(ask("GET", "/api/vantage", head + "\n").status()).isEqualTo(401);
    }

    @Test
    void tokenIsNoCookieAndInNoOtherParameter() throws IOException {
        assertThat(ask("GET", "/", "Cookie: homeport-" + port + "=" + TOKEN + "\n")
                        .status())
                .isEqualTo(401);
        assertThat(ask("GET", "/", "Cookie: homeport-" + port + "=\n").status()).isEqualTo(401);
        for (String query :
                List.of("Token=" + TOKEN, "token=", "token=x&token=" + TOKEN, "token%00=" + TOKEN, "x=" + TOKEN)) {
            assertThat(ask("GET", "/?" + query, "").status()).as(query).isEqualTo(401);
        }
    }

    @Test
    void tokenInAnAddressIsExchangedAndSaidNowhereAgain(CapturedOutput log) throws IOException {
        for (String path : new Doors(program).paths()) {
            Answer answer = ask("GET", path + "?token=" + TOKEN + "&q=" + "x".repeat(7_000), "");
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.headers() + answer.body()).as(path).doesNotContain(TOKEN);
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.harm()).isEmpty();
        }
        for (String target : List.of("/nosuch?token=wrong" + TOKEN, "/api/sockets?port=" + TOKEN)) {
            ask("GET", target, "Authorization: Bearer " + TOKEN + "\n");
            ask("PUT", target, "Authorization: Bearer " + TOKEN + "\nAccept: " + TOKEN + "\n");
        }
        assertThat(log.getAll()).doesNotContain(TOKEN);
    }

    @Test
    void noAnswerToAReaderRepeatsTheToken() throws IOException {
        for (String path : new Doors(program).paths()) {
            if (!path.equals("/events")) {
                Answer answer = ask("GET", path, "Authorization: Bearer " + TOKEN + "\n");
                assertThat(answer.headers() + answer.body()).as(path).doesNotContain(TOKEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env", "heapdump", "threaddump", "loggers", "mappings", "beans", "configprops", "conditions",
                        "shutdown",
                "logfile", "httpexchanges", "scheduledtasks", "sbom", "startup", "sessions", "caches", "jolokia",
                        "gateway"
            })
    void innardsAreThereForNobody(String endpoint) throws IOException {
        for (String method : List.of("GET", "POST", "DELETE")) {
            Answer answer = ask(method, "/actuator/" + endpoint, "Authorization: Bearer " + TOKEN + "\n");
            assertThat(answer.status()).isIn(404, 405);
            assertThat(ask(method, "/actuator/" + endpoint, "").status()).isEqualTo(401);
        }
    }
}
