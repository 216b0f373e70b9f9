package dev.homeport.hosts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.Samples;
import dev.homeport.hosts.resolver.Libc;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.Hosts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on a file that breaks it, and on one that does not. */
class LintTests {

    /** Sound, but for what a test adds. */
    private static final String SOUND = "127.0.0.1 localhost\n::1 localhost ip6-localhost\n192.168.1.5 box\n";

    private static List<HostsFinding> lint(Hosts hosts) {
        return Lint.of(hosts, PortsInUse.UNKNOWN);
    }

    private static List<String> ids(String text) {
        return lint(Samples.hosts(text)).stream().map(HostsFinding::id).toList();
    }

    private static Optional<HostsFinding> finding(Hosts hosts, String id) {
        return lint(hosts).stream().filter(found -> found.id().equals(id)).findFirst();
    }

    private static PortsInUse ports(List<Integer> onlyOnIpv6, List<Integer> web) {
        return new PortsInUse(onlyOnIpv6, web);
    }

    @Test
    void soundFileHasNoFinding() {
        assertThat(ids(SOUND)).isEmpty();
    }

    @Test
    void filesOfDebianAndDockerAreSound() {
        assertThat(lint(Samples.hosts(Samples.DEBIAN))).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(ids(Samples.DOCKER)).isEmpty();
    }

    /** Lines that are added to a sound file, the rule that finds them, how bad it is, and on which line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 localhost.localdomain|H03|ERROR|4",
                "10.0.0.1 app.localhost|H03|ERROR|4",
                "127.0.0.77 localhost|H04|WARNING|4",
                "10.0.0.1:80 a.test|H10|ERROR|4",
                "a.test 10.0.0.1|H10|ERROR|4",
                "127.1 a.test|H11|WARNING|4",
                "fe80::1%eth0 a.test|H12|WARNING|4",
                "192.168.1.6 box|H13|WARNING|3",
                "192.168.1.5 box|H14|INFO|4",
                "192.168.1.6 box|H15|INFO|4",
                "127.0.0.1 box|H16|WARNING|4",
                "127.0.1.1 box|H16|INFO|4",
                "127.0.0.1 www.example.org|H18|WARNING|4",
                "0.0.0.0 www.example.org|H18|INFO|4",
                "10.0.0.1 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10|H20|WARNING|4",
                "::ffff:10.0.0.1 a.test|H21|WARNING|4",
                "10.0.0.1 a.test 10.0.0.2|H22|WARNING|4",
                "10.0.0.1 ip6-loopback|H23|INFO|4",
                "10.0.0.1 bücher.test|H24|WARNING|4",
                "10.0.0.1 *.a.test|H25|WARNING|4",
                "'  10.0.0.1 a.test'|H26|WARNING|4",
                "10.0.0.1 A.test|H27|INFO|4",
                "10.0.0.1 app.localhost|H28|WARNING|4",
                "10.0.0.1 a/b|H33|ERROR|4",
                "10.0.0.1 -a|H33|ERROR|4",
                "10.0.0.1 a\u202eb.test|H33|ERROR|4",
                "10.0.0.1 a_b|H35|WARNING|4",
                "10.0.0.1 a.123|H36|WARNING|4",
                "10.0.0.1|H34|WARNING|4"
            })
    void ruleFindsItsLine(String line, String id, Severity severity, int number) {
        HostsFinding found = finding(Samples.hosts(SOUND + line + "\n"), id).orElseThrow();
        assertThat(found.severity()).isEqualTo(severity);
        assertThat(found.lines()).contains(number);
        assertThat(found.message()).endsWith(".");
        assertThat(found.why()).endsWith(".");
        assertThat(found.fix().note()).isNotBlank();
    }

    /** Lines that look alike and are all right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 localhost.localdomain|H03",
                "fe80::1%lo0 localhost|H03",
                "127.0.0.1 app.localhost|H28",
                "127.0.0.1 app.localhost|H04",
                "# 10.0.0.1:80 a.test|H10",
                "127.0.0.1 a.test|H11",
                "fe80::1 a.test|H12",
                "fd00::5 box|H13",
                "192.168.1.5 other|H14",
                "192.168.1.6 other|H15",
                "127.0.0.1 boxes|H16",
                "127.0.0.1 app.test db.internal|H18",
                "10.0.0.1 www.example.org|H18",
                "10.0.0.1 a1 a2 a3 a4 a5 a6 a7 a8 a9|H20",
                "10.0.0.1 a.test # 10.0.0.2|H22",
                "::1 ip6-loopback|H23",
                "10.0.0.1 bücher.test xn--bcher-kva.test|H24",
                "# *.a.test|H25",
                "'  # indented comment'|H26",
                "10.0.0.1 a.test # A|H27",
                "10.0.0.1 a-b.c9 9a.1b|H33",
                "10.0.0.1 a.test 10.0.0.2|H36",
                "# 10.0.0.1|H34"
            })
    void ruleLeavesOthersAlone(String line, String id) {
        assertThat(ids(SOUND + line + "\n")).doesNotContain(id);
    }

    @Test
    void missingLocalhostIsAnErrorUnlessSomebodyKnowsItByHeart() {
        assertThat(finding(Samples.hosts("::1 localhost ip6-localhost\n"), "H01")
                        .orElseThrow()
                        .severity())
                .isEqualTo(Severity.ERROR);
        Settings myhostname = Settings.machine().nsswitch("files myhostname");
        assertThat(finding(Samples.hosts("", myhostname), "H01").orElseThrow().severity())
                .isEqualTo(Severity.INFO);
        Settings alpine = Settings.machine().nsswitch("files myhostname").libc(Libc.MUSL);
        assertThat(finding(Samples.hosts("", alpine), "H01").orElseThrow().severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void localhostOnIpv6AloneIsFoundByThoseWhoTakeIt() {
        assertThat(finding(Samples.hosts("::1 localhost ip6-localhost\n"), "H01")
                        .orElseThrow()
                        .why())
                .startsWith("Programs that ask for localhost get its IPv6 address alone");
    }

    @Test
    void withoutAnyLocalhostNobodyIsSentToIpv4() {
        HostsFinding noIpv6 = Lint.of(Samples.hosts(""), ports(List.of(5173), List.of())).stream()
                .filter(found -> found.id().equals("H02"))
                .findFirst()
                .orElseThrow();
        assertThat(noIpv6.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void noTwoFindingsOfOneLineHaveTheSameName() {
        List<HostsFinding> found = lint(Samples.hosts(SOUND + "10.0.0.1 a_b c.1 d/e *.f G 10.0.0.2\n"));
        assertThat(found).extracting(one -> one.id() + one.where()).doesNotHaveDuplicates();
    }

    @Test
    void missingIpv6LocalhostMattersWhenSomethingListensThereAlone() {
        Hosts hosts = Samples.hosts("127.0.0.1 localhost\n");
        assertThat(finding(hosts, "H02").orElseThrow().severity()).isEqualTo(Severity.INFO);
        HostsFinding matters = Lint.of(hosts, ports(List.of(5173), List.of())).stream()
                .filter(found -> found.id().equals("H02"))
                .findFirst()
                .orElseThrow();
        assertThat(matters.severity()).isEqualTo(Severity.WARNING);
        assertThat(matters.why()).contains("port 5173");
    }

    @Test
    void ipv6LocalhostWithoutIpv6IsFound() {
        assertThat(finding(Samples.hosts(SOUND, Settings.machine().withoutIpv6()), "H05")
                        .orElseThrow()
                        .lines())
                .containsExactly(2);
    }

    @Test
    void encodingThatNobodyReadsIsAnError() {
        assertThat(finding(Samples.hosts("\ufeff" + SOUND), "H06").orElseThrow().lines())
                .containsExactly(1);
        byte[] wide = SOUND.getBytes(Charset.forName("x-UTF-16LE-BOM"));
        assertThat(finding(Samples.hosts(wide, Settings.machine().build()), "H06")
                        .orElseThrow()
                        .severity())
                .isEqualTo(Severity.ERROR);
        assertThat(finding(Samples.hosts(SOUND + "10.0.0.1 a\0b\n"), "H06")
                        .orElseThrow()
                        .lines())
                .containsExactly(4);
        byte[] latin = (SOUND + "# B\u00fcro\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(finding(Samples.hosts(latin, Settings.machine().build()), "H06"))
                .isEmpty();
    }

    @Test
    void lineEndsAreJudged() {
        assertThat(ids(SOUND.replace('\n', '\r'))).contains("H07").doesNotContain("H08");
        assertThat(ids(SOUND.replace("\n", "\r\n"))).containsExactly("H08");
        assertThat(ids(SOUND.stripTrailing())).containsExactly("H09");
        assertThat(ids(SOUND + "# comment")).isEmpty();
    }

    @Test
    void firstMatchMakesAShadowedLineAWarning() {
        Hosts hosts =
                Samples.hosts(SOUND + "192.168.1.6 box\n", Settings.machine().multi(false));
        assertThat(finding(hosts, "H15").orElseThrow().severity()).isEqualTo(Severity.WARNING);
        assertThat(finding(hosts, "H13").orElseThrow().why()).startsWith("The first line counts here");
    }

    @Test
    void ownNameThatNobodyKnowsIsFound() {
        HostsFinding found = finding(Samples.hosts("127.0.0.1 localhost\n::1 localhost ip6-localhost\n"), "H17")
                .orElseThrow();
        assertThat(found.fix().command()).contains("127.0.1.1 box");
        Settings myhostname = Settings.machine().nsswitch("files myhostname");
        assertThat(finding(Samples.hosts("127.0.0.1 localhost\n", myhostname), "H17"))
                .isEmpty();
    }

    @Test
    void blockListIsOneFindingAndMattersWhereAWebServerAnswersForIt() {
        assertThat(ids(Samples.blockList(200, "0.0.0.0") + "192.168.1.5 box\n")).doesNotContain("H19");
        Hosts blocked = Samples.hosts(Samples.blockList(3000, "0.0.0.0") + "192.168.1.5 box\n");
        HostsFinding found = finding(blocked, "H19").orElseThrow();
        assertThat(found.count()).isEqualTo(3000);
        assertThat(found.lines()).hasSize(1000);
        assertThat(found.where()).endsWith(" and 2,997 more");
        assertThat(lint(blocked)).hasSize(1);
        Hosts toLoopback = Samples.hosts(Samples.blockList(3000, "127.0.0.1"));
        HostsFinding hit = Lint.of(toLoopback, ports(List.of(), List.of(80))).stream()
                .filter(one -> one.id().equals("H19"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.severity()).isEqualTo(Severity.WARNING);
        assertThat(hit.why()).contains("port 80");
    }

    @Test
    void blockedAndOverriddenNamesAreToldApart() {
        List<HostsFinding> found =
                lint(Samples.hosts(SOUND + "127.0.0.1 www.example.org\n0.0.0.0 ads.example.org\n")).stream()
                        .filter(one -> one.id().equals("H18"))
                        .toList();
        assertThat(found).extracting(HostsFinding::severity).containsExactly(Severity.WARNING, Severity.INFO);
        assertThat(found).extracting(HostsFinding::lines).containsExactly(List.of(4), List.of(5));
    }

    @Test
    void conflictWithALineThatGlibcPassesOverSaysSo() {
        assertThat(finding(Samples.hosts(SOUND + "fe80::1%lo0 localhost\n"), "H13")
                        .orElseThrow()
                        .why())
                .startsWith("glibc passes over the line whose address has a zone.");
    }

    @Test
    void longLineIsFound() {
        assertThat(finding(Samples.hosts(SOUND + "10.0.0.1 " + "a".repeat(60) + ".test ".repeat(80) + "\n"), "H20")
                        .orElseThrow()
                        .message())
                .contains("511 bytes");
    }

    @Test
    void fileThatGlibcDoesNotAskIsFound() {
        assertThat(finding(Samples.hosts(SOUND, Settings.machine().nsswitch("dns")), "H30")
                        .orElseThrow()
                        .message())
                .contains("hosts: dns");
        assertThat(finding(
                        Samples.hosts(SOUND, Settings.machine().nsswitch("dns").libc(Libc.MUSL)), "H30"))
                .isEmpty();
    }

    @Test
    void unreadFileIsAnErrorThatNamesItsPath() {
        HostsFinding found =
                Lint.ofUnread("/etc/hosts", "There is no file /etc/hosts.").get(0);
        assertThat(found.id()).isEqualTo("H32");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.message()).contains("/etc/hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 2", "1 2 3", "1 2 3 4"})
    void linesAreNamedInWords(String lines) {
        HostsFinding found = HostsFinding.ofLines(
                "H10",
                Severity.ERROR,
                Arrays.stream(lines.split(" ")).mapToInt(Integer::parseInt),
                "m.",
                "w.",
                Fix.note("n"));
        assertThat(found.where())
                .isIn("line 1", "lines 1 and 2", "lines 1, 2 and 3", "lines 1, 2, 3 and 1 more")
                .endsWith(lines.length() == 7 ? "1 more" : lines.substring(lines.length() - 1));
    }
}
