package dev.homeport.hosts.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.IpAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolversTests {

    private static Resolvers resolvers(String text, Settings settings) {
        return resolvers(text.getBytes(StandardCharsets.UTF_8), settings);
    }

    private static Resolvers resolvers(byte[] bytes, Settings settings) {
        return new Resolvers(HostsFile.parse(bytes), settings.build(), settings::source);
    }

    private static Resolvers resolvers(String text) {
        return resolvers(text, Settings.machine());
    }

    private static String texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::text).collect(Collectors.joining(" "));
    }

    /** The answers of glibc, musl, the JVM's own reader and a JVM without settings, for any family. */
    private static String all(Resolvers resolvers, String name) {
        return String.join(
                " | ",
                texts(resolvers.glibc(name).any()),
                texts(resolvers.musl(name).any()),
                texts(resolvers.jvm(name).any()),
                texts(resolvers.jvmByDefault(name).any()));
    }

    @Test
    void ipv6ComesFirstWhateverTheOrderOfLinesButNotInJava() {
        String expected = "::1 127.0.0.1 | ::1 127.0.0.1 | 127.0.0.1 ::1 | 127.0.0.1 ::1";
        assertThat(all(resolvers("127.0.0.1 localhost\n::1 localhost\n"), "localhost"))
                .isEqualTo(expected);
        assertThat(all(resolvers("::1 localhost\n127.0.0.1 localhost\n"), "localhost"))
                .isEqualTo(expected);
    }

    @Test
    void ipv6ThatIsNotThereComesLast() {
        Settings settings = Settings.machine().withoutIpv6();
        assertThat(texts(resolvers("::1 a\n127.0.0.1 a\n", settings).glibc("a").any()))
                .isEqualTo("127.0.0.1 ::1");
    }

    @Test
    void gaiConfMayPutIpv4First() {
        Settings settings = Settings.machine().gaiConf("precedence ::ffff:0:0/96  100\n");
        assertThat(texts(resolvers("::1 a\n127.0.0.1 a\n", settings).glibc("a").any()))
                .isEqualTo("127.0.0.1 ::1");
        assertThat(texts(resolvers("::1 a\n127.0.0.1 a\n", settings).musl("a").any()))
                .isEqualTo("::1 127.0.0.1");
    }

    /** Each line as the only one, its name asked for: what glibc, musl and the JDK's own reader answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.1 a|''|127.0.0.1|127.0.0.1",
                "0177.0.0.6 a|''|127.0.0.6|177.0.0.6",
                "0x7f.0.0.7 a|''|127.0.0.7|''",
                "127.0.0.010 a|''|127.0.0.8|127.0.0.10",
                "2130706433 a|''|127.0.0.1|127.0.0.1",
                "256.1.1.1 a|''|''|''",
                "[::1] a|''|''|''",
                "fe80::1%eth0 a|''|fe80::1%eth0|fe80::1",
                "fe80::1%nope a|''|''|fe80::1",
                "::1%lo a|''|''|::1",
                "::ffff:10.0.0.1 a|::ffff:10.0.0.1|::ffff:10.0.0.1|10.0.0.1",
                "'  10.0.0.1 a'|10.0.0.1|''|''",
                "10.0.0.1 A|10.0.0.1|''|''",
                "10.0.0.1 b#a|''|''|''",
                "10.0.0.1 a#b|10.0.0.1|10.0.0.1|10.0.0.1",
                "10.0.0.1 10.0.0.2 a|10.0.0.1|10.0.0.1|10.0.0.1"
            })
    void eachReadsALineInItsOwnWay(String line, String glibc, String musl, String jvm) {
        Resolvers resolvers = resolvers(line + "\n");
        assertThat(texts(resolvers.glibc("a").any())).isEqualTo(glibc);
        assertThat(texts(resolvers.musl("a").any())).isEqualTo(musl);
        assertThat(texts(resolvers.jvm("a").any())).isEqualTo(jvm);
    }

    @Test
    void lastNameWithoutLineEndIsLostToMuslAlone() {
        Resolvers resolvers = resolvers("10.0.0.1 a b");
        assertThat(all(resolvers, "a")).isEqualTo("10.0.0.1 | 10.0.0.1 | 10.0.0.1 | 10.0.0.1");
        assertThat(all(resolvers, "b")).isEqualTo("10.0.0.1 |  | 10.0.0.1 | 10.0.0.1");
    }

    @Test
    void indentedLastLineWithoutEndLosesItsLastNameInGlibcToo() {
        Resolvers resolvers = resolvers("\t\t10.0.0.1 first second");
        assertThat(texts(resolvers.glibc("first").any())).isEqualTo("10.0.0.1");
        assertThat(resolvers.glibc("second").any()).isEmpty();
        assertThat(texts(resolvers("  10.0.0.1 first second  ").glibc("second").any()))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void namesBeyond511BytesAreLostToMusl() {
        StringBuilder line = new StringBuilder("10.0.0.1");
        for (int i = 0; i < 100; i++) {
            line.append(" name-").append(i);
        }
        Resolvers resolvers = resolvers(line + "\n");
        assertThat(texts(resolvers.musl("name-50").any())).isEqualTo("10.0.0.1");
        assertThat(resolvers.musl("name-90").any()).isEmpty();
        assertThat(texts(resolvers.glibc("name-90").any())).isEqualTo("10.0.0.1");
    }

    @Test
    void muslEndsAtFortyEightAddresses() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            text.append("10.0.0.").append(i).append(" a\n");
        }
        assertThat(resolvers(text.toString()).musl("a").any()).hasSize(48);
        assertThat(resolvers(text.toString()).glibc("a").any()).hasSize(60);
    }

    @Test
    void whoAsksForIpv4GetsLoopbackForIpv6LoopbackFromGlibcAlone() {
        Resolvers resolvers = resolvers("::1 a\n");
        assertThat(texts(resolvers.glibc("a").any())).isEqualTo("::1");
        assertThat(texts(resolvers.glibc("a").ipv4())).isEqualTo("127.0.0.1");
        assertThat(texts(resolvers.glibc("a").all())).isEqualTo("::1 127.0.0.1");
        assertThat(resolvers.musl("a").ipv4()).isEmpty();
    }

    @Test
    void multiOffTakesTheFirstLineOnly() {
        Settings off = Settings.machine().multi(false);
        Resolvers resolvers = resolvers("10.0.0.1 a\n10.0.0.2 a\nfd00::1 a\n", off);
        assertThat(texts(resolvers.glibc("a").any())).isEqualTo("10.0.0.1");
        assertThat(texts(resolvers.glibc("a").ipv6())).isEqualTo("fd00::1");
        assertThat(resolvers.glibc("a").lines()).containsExactly(1, 3);
        assertThat(resolvers.musl("a").any()).hasSize(3);
    }

    @Test
    void duplicateIsReturnedTwiceWithMultiOn() {
        assertThat(texts(resolvers("10.0.0.1 a\n10.0.0.1 a\n").glibc("a").any()))
                .isEqualTo("10.0.0.1 10.0.0.1");
    }

    @Test
    void markLosesTheFirstLineAndUtf16AllOfThem() {
        String text = "127.0.0.1 localhost a\n10.0.0.2 b\n";
        Resolvers marked = resolvers("\ufeff" + text);
        assertThat(all(marked, "a")).isEqualTo(" |  |  | ");
        assertThat(all(marked, "localhost")).isEqualTo(" |  | 127.0.0.1 | 127.0.0.1");
        assertThat(all(marked, "b")).isEqualTo("10.0.0.2 | 10.0.0.2 | 10.0.0.2 | 10.0.0.2");
        Resolvers wide = resolvers(text.getBytes(Charset.forName("UTF-16")), Settings.machine());
        assertThat(all(wide, "b")).isEqualTo(" |  |  | ");
        assertThat(wide.jvm("localhost").by()).isEqualTo("built-in");
    }

    @Test
    void returnsAloneMakeOneLineOfTheFileButNotForJava() {
        Resolvers resolvers = resolvers("127.0.0.1 a\r127.0.0.2 b\r");
        assertThat(all(resolvers, "b")).isEqualTo("127.0.0.1 | 127.0.0.1 | 127.0.0.2 | 127.0.0.1");
    }

    @Test
    void javaReadsNothingBeyondBytesThatAreNotUtf8() {
        byte[] bytes = "10.0.0.1 a\n# B\u00fcro\n10.0.0.2 b\n".getBytes(StandardCharsets.ISO_8859_1);
        Resolvers resolvers = resolvers(bytes, Settings.machine());
        assertThat(texts(resolvers.glibc("b").any())).isEqualTo("10.0.0.2");
        assertThat(resolvers.jvm("a").any()).isEmpty();
        assertThat(resolvers.jvm("b").any()).isEmpty();
    }

    @Test
    void addressIsItsOwnAnswer() {
        Resolvers resolvers = resolvers("10.0.0.1 10.0.0.9\n");
        assertThat(all(resolvers, "10.0.0.9")).isEqualTo("10.0.0.9 | 10.0.0.9 | 10.0.0.9 | 10.0.0.9");
        assertThat(resolvers.glibc("127.1").by()).isEqualTo("literal");
        assertThat(texts(resolvers.jvm("0177.0.0.1").any())).isEqualTo("177.0.0.1");
        assertThat(texts(resolvers.glibc("0177.0.0.1").any())).isEqualTo("127.0.0.1");
    }

    @Test
    void trailingDotIsPartOfTheName() {
        Resolvers resolvers = resolvers("10.0.0.1 a.\n127.0.0.1 localhost\n");
        assertThat(texts(resolvers.glibc("a.").any())).isEqualTo("10.0.0.1");
        assertThat(resolvers.glibc("a").any()).isEmpty();
        assertThat(resolvers.glibc("localhost.").any()).isEmpty();
    }

    @Test
    void fileThatIsNotAskedAnswersNothing() {
        Resolvers resolvers = resolvers("10.0.0.1 a\n", Settings.machine().nsswitch("dns"));
        assertThat(resolvers.glibc("a").any()).isEmpty();
        assertThat(texts(resolvers.musl("a").any())).isEqualTo("10.0.0.1");
    }

    @Test
    void myhostnameAnswersBeforeOrAfterTheFile() {
        String text = "10.0.0.7 localhost\n";
        ResolverAnswer before =
                resolvers(text, Settings.machine().nsswitch("myhostname files")).glibc("localhost");
        assertThat(texts(before.any())).isEqualTo("::1 127.0.0.1");
        assertThat(before.by()).isEqualTo("myhostname");
        Resolvers after = resolvers(text, Settings.machine().nsswitch("files myhostname dns"));
        assertThat(texts(after.glibc("localhost").any())).isEqualTo("10.0.0.7");
        assertThat(texts(after.glibc("app.localhost").any())).isEqualTo("::1 127.0.0.1");
        assertThat(texts(after.glibc("box").any())).isEqualTo("192.168.1.5");
        assertThat(texts(after.glibc("localhost").ipv6())).isEqualTo("::1");
    }

    @Test
    void resolvedAnswersForLocalhostWhileItRuns() {
        String line = "resolve [!UNAVAIL=return] files dns";
        Resolvers running = resolvers(
                "10.0.0.7 localhost a\n", Settings.machine().nsswitch(line).withResolved());
        assertThat(texts(running.glibc("localhost").any())).isEqualTo("::1 127.0.0.1");
        assertThat(texts(running.glibc("a").any())).isEqualTo("10.0.0.7");
        Resolvers stopped = resolvers("10.0.0.7 localhost\n", Settings.machine().nsswitch(line));
        assertThat(texts(stopped.glibc("localhost").any())).isEqualTo("10.0.0.7");
    }

    @Test
    void nameThatOneServiceRefusesIsNotAskedOfTheNext() {
        Settings settings = Settings.machine().nsswitch("myhostname [NOTFOUND=return] files");
        assertThat(resolvers("10.0.0.1 a\n", settings).glibc("a").any()).isEmpty();
    }

    @Test
    void javaAsksMuslOnAlpine() {
        Settings alpine = Settings.machine().libc(Libc.MUSL);
        assertThat(resolvers("  10.0.0.1 a\n", alpine).jvmByDefault("a").any()).isEmpty();
    }
}
