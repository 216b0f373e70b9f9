package dev.homeport.hosts.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsFileTests {

    static HostsFile file(String text) {
        return HostsFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<LineKind> kinds(HostsFile file) {
        return IntStream.rangeClosed(1, file.lines()).mapToObj(file::kind).toList();
    }

    @Test
    void everyLineIsOfOneKindAndKeepsItsText() {
        HostsFile file =
                file("# a comment\n\n127.0.0.1\tlocalhost  lo\t# here\n  \t\n#10.0.0.1 db.test\nnonsense\n::1\n");
        assertThat(kinds(file))
                .containsExactly(
                        LineKind.COMMENT,
                        LineKind.BLANK,
                        LineKind.ENTRY,
                        LineKind.BLANK,
                        LineKind.DISABLED,
                        LineKind.MALFORMED,
                        LineKind.MALFORMED);
        HostsLine entry = file.line(3);
        assertThat(entry.text()).isEqualTo("127.0.0.1\tlocalhost  lo\t# here");
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.names()).containsExactly("localhost", "lo");
        assertThat(entry.comment()).isEqualTo("here");
        assertThat(file.line(5).names()).containsExactly("db.test");
        assertThat(file.line(7).reason()).isEqualTo("“::1” has no name");
    }

    @Test
    void commentBeginsAnywhereEvenWithinAWord() {
        assertThat(file("127.0.0.1 a#b c\n").line(1).names()).containsExactly("a");
        assertThat(file("127.0.0.1#a\n").kind(1)).isEqualTo(LineKind.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:80 a|has a port",
                "10.0.0.0/8 a|is a network",
                "http://10.0.0.1 a|is a URL",
                "[::1] a|is in brackets",
                "localhost 127.0.0.1|an address comes first",
                "256.1.1.1 a|an octet above 255",
                "1.2.3.4.5 a|not four octets",
                ":::1 a|not a well-formed IPv6 address",
                "127.1 a|not a dotted quad: glibc passes over it, musl reads 127.0.0.1",
                "0177.0.0.1 a|musl reads 127.0.0.1",
                "127.0.0.010 a|musl reads 127.0.0.8",
                "2130706433 a|musl reads 127.0.0.1"
            })
    void malformedLineSaysWhy(String line, String reason) {
        HostsFile file = file(line + "\n");
        assertThat(file.kind(1)).isEqualTo(LineKind.MALFORMED);
        assertThat(file.line(1).reason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#10.0.0.1 db.test",
                "# 10.0.0.1 db.test # since May",
                "##  ::1 ip6",
                "#\t127.0.0.1 localhost localhost.localdomain localhost4",
                "# 10.0.0.1 a b2 c"
            })
    void commentedOutEntryIsDisabled(String line) {
        assertThat(file(line + "\n").kind(1)).isEqualTo(LineKind.DISABLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 10.0.0.1 is the router",
                "# 10.0.0.1",
                "# 10.0.0.1 (router)",
                "# see 10.0.0.1 db.test",
                "# dead beef",
                "# 10.0.0.1 ends here."
            })
    void proseIsAComment(String line) {
        assertThat(file(line + "\n").kind(1)).isEqualTo(LineKind.COMMENT);
    }

    @Test
    void lastLineWithoutEndCountsAndIsMarked() {
        HostsFile file = file("127.0.0.1 a\n::1 b");
        assertThat(file.lines()).isEqualTo(2);
        assertThat(file.has(2, LineTrait.UNENDED)).isTrue();
        assertThat(file.has(1, LineTrait.UNENDED)).isFalse();
    }

    @Test
    void markOfUtf8IsNotPartOfTheTextButOfWhatIsRead() {
        HostsFile file = file("\ufeff127.0.0.1 localhost\n127.0.0.2 b\n");
        assertThat(file.encoding()).isEqualTo(Encoding.UTF_8_BOM);
        assertThat(file.line(1).address()).isEqualTo("127.0.0.1");
        assertThat(file.asRead().kind(1)).isEqualTo(LineKind.MALFORMED);
        assertThat(file.asRead().kind(2)).isEqualTo(LineKind.ENTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void utf16IsRecognisedAndShownButNotRead(String charset) {
        byte[] bytes = "127.0.0.1 localhost\n# büro\n".getBytes(java.nio.charset.Charset.forName(charset));
        HostsFile file = HostsFile.parse(bytes);
        assertThat(file.encoding().isPlain()).isFalse();
        assertThat(file.line(1).names()).containsExactly("localhost");
        assertThat(file.line(2).comment()).isEqualTo("büro");
        assertThat(file.asRead().count(LineKind.ENTRY)).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreShownAsLatin1() {
        HostsFile file = HostsFile.parse("127.0.0.1 a # B\u00fcro\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file.encoding()).isEqualTo(Encoding.OTHER);
        assertThat(file.line(1).comment()).isEqualTo("Büro");
    }

    @Test
    void returnsAloneAreLineEndsToTheReaderAndBlanksToResolvers() {
        HostsFile file = file("127.0.0.1 a\r127.0.0.2 b\r");
        assertThat(file.lineEnds()).isEqualTo(LineEnds.CR);
        assertThat(file.lines()).isEqualTo(2);
        assertThat(file.asRead().lines()).isEqualTo(1);
        assertThat(file.asRead().line(1).names()).containsExactly("a", "127.0.0.2", "b");
    }

    @ParameterizedTest
    @CsvSource({"'a\n',LF", "'a\r\nb\r\n',CRLF", "'a\r\nb\n',MIXED", "'a',NONE", "'',NONE", "'a\rb\n',LF"})
    void lineEndsAreTold(String text, LineEnds ends) {
        assertThat(file(text).lineEnds()).isEqualTo(ends);
    }

    @Test
    void windowsLineEndIsNotPartOfTheText() {
        HostsLine line = file("127.0.0.1 a\r\n").line(1);
        assertThat(line.text()).isEqualTo("127.0.0.1 a");
        assertThat(line.names()).containsExactly("a");
    }

    @Test
    void whatWouldHideIsShown() {
        assertThat(file("# a\u001b[31m\u202eb\u0007\n").line(1).text()).isEqualTo("# a␛[31m⟨U+202E⟩b␇");
    }

    @Test
    void veryLongLineIsCutForTheEyeOnly() {
        String names = "n".repeat(60) + " ";
        HostsFile file = file("127.0.0.1 " + names.repeat(1000) + "last\n");
        assertThat(file.line(1).names()).hasSize(1001).endsWith("last");
        assertThat(file.line(1).text()).hasSizeLessThan(4200).endsWith("bytes more)");
        assertThat(file.linesNaming("last").boxed()).containsExactly(1);
    }

    @Test
    void namesAreFoundInAnyCaseOnEveryLineOnce() {
        HostsFile file = file("10.0.0.1 A a\n# 10.0.0.2 a\n10.0.0.3 b\n127.1 a\n");
        assertThat(file.linesNaming("a").boxed()).containsExactly(1, 4);
        assertThat(file.linesNaming("aa").boxed()).isEmpty();
        assertThat(file.names()).isEqualTo(2);
    }

    @Test
    void indexGrowsBeyondItsFirstGuess() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 5000).forEach(i -> text.append("::1 n").append(i).append('\n'));
        HostsFile file = file(text.toString());
        assertThat(file.names()).isEqualTo(5000);
        assertThat(IntStream.range(0, 5000)
                        .allMatch(
                                i -> file.linesNaming("N" + i).boxed().toList().equals(List.of(i + 1))))
                .isTrue();
    }

    @Test
    void sameBytesAreTheSameFile() {
        assertThat(file("127.0.0.1 a\n")).isEqualTo(file("127.0.0.1 a\n")).isNotEqualTo(file("127.0.0.1 a"));
        assertThat(file("127.0.0.1 a\n")).hasSameHashCodeAs(file("127.0.0.1 a\n"));
    }
}
