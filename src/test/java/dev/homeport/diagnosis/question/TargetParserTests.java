package dev.homeport.diagnosis.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homeport.answer.BadParameter;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.net.PortNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTests {

    private static final TargetParser PARSER = new TargetParser(PortNames.iana());

    @ParameterizedTest
    @CsvSource({
        "localhost:3000, localhost:3000, tcp, UNKNOWN",
        "LocalHost.:3000, localhost:3000, tcp, UNKNOWN",
        "http://127.0.0.1:8000/path?x=1, 127.0.0.1:8000, tcp, HTTP",
        "https://[::1]:8443, [::1]:8443, tcp, HTTPS",
        "https://localhost/, localhost:443, tcp, HTTPS",
        "ws://localhost:5173, localhost:5173, tcp, HTTP",
        "redis://localhost, localhost:6379, tcp, UNKNOWN",
        ":5432, localhost:5432, tcp, UNKNOWN",
        "3000, localhost:3000, tcp, UNKNOWN",
        "*:3000, localhost:3000, tcp, UNKNOWN",
        "postgresql, localhost:5432, tcp, UNKNOWN",
        "53/udp, localhost:53, udp, UNKNOWN",
        "udp://localhost:53, localhost:53, udp, UNKNOWN",
        "tcp://localhost:53, localhost:53, tcp, UNKNOWN",
        "127.0.0.1:53/udp, 127.0.0.1:53, udp, UNKNOWN",
        "app.test:80/index.html, app.test:80, tcp, UNKNOWN",
        "[fe80::1%eth0]:80, [fe80::1%25eth0]:80, tcp, UNKNOWN",
        "0.0.0.0:3000, 0.0.0.0:3000, tcp, UNKNOWN",
    })
    void whatPeopleWriteIsUnderstood(String given, String text, String protocol, Speech speech) {
        Target target = PARSER.parse(given);
        assertThat(target.text()).isEqualTo(text);
        assertThat(target.protocol().text()).isEqualTo(protocol);
        assertThat(target.speech()).isEqualTo(speech);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "localhost", "localhost:", "localhost:0", "localhost:70000", "localhost:99999999999", "::1",
                "[::1]", "[::1:80", "[nonsense]:80", "a b:80", "<script>:80", "http://", "http://:80x/", "..:80",
                "localhost:-1", "%00:80", "http://user@localhost:80/", "nosuchservice", "127.0.0.256:80",
                        "[fe80::1%$({touch,x})]:80", "[::1%;x]:80", "http://localhost:80/a\r\nX: y"
            })
    void whatMakesNoSenseIsRefusedKindly(String given) {
        assertThatExceptionOfType(BadParameter.class)
                .isThrownBy(() -> PARSER.parse(given))
                .satisfies(refused -> assertThat(refused.sentence()).contains("such as localhost:3000"));
    }

    /** What goes into a request is in visible ASCII, so that nothing ends it early. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000, /",
        "http://localhost:8000/Some/Path?x=1#top, /Some/Path?x=1",
        "http://localhost:8000?x=1, /?x=1",
        "http://localhost:8000/a%0d%0ab, /a%0d%0ab",
        "'http://localhost:8000/a b', /",
        "http://localhost:8000/ä, /",
        "localhost:8000/path, /",
    })
    void pathIsKeptForTheRequest(String given, String path) {
        assertThat(PARSER.parse(given).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:80/\u0000", "http://localhost:80/\u2028"})
    void pathWithControlCharactersIsNone(String given) {
        assertThat(PARSER.parse(given).path()).isEqualTo("/");
    }

    @Test
    void passwordIsNotSaidAgain() {
        assertThatExceptionOfType(BadParameter.class)
                .isThrownBy(() -> PARSER.parse("postgres://alice:s3cret@localhost/db"))
                .satisfies(refused -> assertThat(refused.sentence()).doesNotContain("s3cret", "alice"));
    }

    @Test
    void endlessTargetIsRefused() {
        assertThatExceptionOfType(BadParameter.class).isThrownBy(() -> PARSER.parse("a".repeat(5000) + ":80"));
    }
}
