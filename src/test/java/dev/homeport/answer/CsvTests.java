package dev.homeport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"})
    void formulaIsDefused(String cell) {
        assertThat(rows(cell)).isEqualTo("name\r\n\"'" + cell + "\"\r\n");
    }

    @Test
    void quotesCommasAndBreaksAreQuoted() {
        assertThat(rows("a\"b,c")).endsWith("\"a\"\"b,c\"\r\n");
        assertThat(rows("a\nb")).endsWith("\"a\nb\"\r\n");
    }

    @Test
    void fileNameHasHostAndTimeAndNothingElse() {
        assertThat(Csv.fileName("sockets", "my box/../\"x", Instant.parse("2026-01-01T12:00:00Z")))
                .isEqualTo("homeport-sockets-my_box_..__x-20260101T120000Z.csv");
    }

    private static String rows(String cell) {
        return Csv.text(List.of("name"), Stream.of(List.of(cell)));
    }
}
