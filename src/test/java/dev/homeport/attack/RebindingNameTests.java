package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** Names that a foreign page pointed at this machine (DOMAIN R10.1, R10.2), on all that the program answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RebindingNameTests extends WireToProgram {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Autowired
    ApplicationContext program;

    private Answer as(String method, String target, String hosts) throws IOException {
        return wire.raw(method + " " + target + " HTTP/1.1\n" + hosts + "Content-Length: 0\n\n");
    }

    @Test
    void noMethodOnNoPathIsAnsweredUnderAForeignName() throws IOException {
        for (String path : new Doors(program).paths()) {
            for (String method : METHODS) {
                Answer answer = as(method, path, "Host: rebound.example:" + port + "\n");
                assertThat(answer.status()).as(method + " " + path).isEqualTo(403);
                assertThat(answer.harm()).isEmpty();
                assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127-0-0-1.evil.example",
                "localhostevil",
                "xlocalhost",
                "evil.example#localhost",
                "evil.example?localhost",
                "evil.example/localhost",
                "evil.example\\localhost",
                "localhost@evil.example",
                "evil.example@localhost",
                "user:secret@localhost",
                "evil.example:80@localhost",
                "localhost,evil.example",
                "localhost evil.example",
                "localhost:80:80",
                "localhost:x9",
                "localhost:999999",
                "localhost..",
                ".localhost.evil",
                "[::1].evil.example",
                "[::1]evil",
                "[localhost]",
                "[::1",
                "loc\u00e0lhost",
                "xn--lcalhost-9cb.example",
                "%6cocalhost",
                "localhost%00.evil.example",
                "*",
                "*.localhost.evil",
                "_",
                "-"
            })
    void nameThatOnlyLooksLikeOursIsNoNameOfOurs(String name) throws IOException {
        for (String target : List.of("/", "/api/vantage", "/actuator/health", "/css/base.css")) {
            Answer answer = as("GET", target, "Host: " + name + "\n");
            assertThat(answer.status()).as(target).isIn(400, 403);
            assertThat(answer.harm()).isEmpty();
        }
    }

    @Test
    void oneHostIsNeededAndOneAlone() throws IOException {
        for (String path : new Doors(program).paths()) {
            for (String hosts : List.of(
                    "",
                    "Host:\n",
                    "Host: localhost\nHost: localhost\n",
                    "Host: evil.example\nhost: localhost\n",
                    "Host: localhost\nHOST: evil.example\n",
                    "Host : localhost\n",
                    "Host: localhost\n .evil.example\n")) {
                assertThat(as("GET", path, hosts).status()).as(path + hosts).isEqualTo(400);
            }
        }
    }

    @Test
    void addressInTheRequestLineIsNoOtherThanTheHosts() throws IOException {
        String own = "Host: localhost\n";
        for (String target : List.of(
                "http://evil.example/",
                "http://localhost.evil.example/",
                "http://evil.example@localhost:1/",
                "https://evil.example/api/vantage")) {
            Answer answer = as("GET", target, own);
            assertThat(answer.status()).as(target).isEqualTo(400);
            assertThat(answer.harm()).isEmpty();
        }
        assertThat(as("GET", "http://evil.example/", "Host: evil.example\n").status())
                .isEqualTo(403);
        assertThat(as("GET", "http://localhost@evil.example/", "Host: evil.example\n")
                        .status())
                .isEqualTo(403);
    }
}
