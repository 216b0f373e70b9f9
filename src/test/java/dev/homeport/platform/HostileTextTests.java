package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class HostileTextTests {

    static final Arguments[] CASES = {
        Arguments.of("nginx: master process", "nginx: master process"),
        Arguments.of("a\u001B[31mred\u001B[0m", "ared"),
        Arguments.of("title\u001B]0;owned\u0007end", "titleend"),
        Arguments.of("title\u001B]0;hidden --listen 0.0.0.0", "title]0;hidden --listen 0.0.0.0"),
        Arguments.of("one\ntwo\tthree\u2028four", "one two three four"),
        Arguments.of("null\0byte\u0007bell", "nullbytebell"),
        Arguments.of("evil\u202Egpj.exe", "evilgpj.exe"),
        Arguments.of("zero\u200Bwidth\uFEFF", "zerowidth"),
        Arguments.of("isolate\u2066x\u2069", "isolatex"),
        Arguments.of("lone\uD800surrogate", "lonesurrogate"),
        Arguments.of("C1\u009B31m", "C131m"),
        Arguments.of("grüße 日本 🚢", "grüße 日本 🚢"),
        Arguments.of("<script>", "<script>"),
    };

    @ParameterizedTest
    @FieldSource("CASES")
    void onlyVisibleTextOnOneLineRemains(String raw, String clean) {
        assertThat(HostileText.clean(raw)).isEqualTo(clean);
    }

    @Test
    void veryLongTextIsCutAndSaysSo() {
        String clean = HostileText.clean("x".repeat(100_000));
        assertThat(clean).hasSize(HostileText.LONGEST + 1).endsWith("x…");
    }
}
