package dev.homeport.diagnosis;

import static dev.homeport.diagnosis.conversation.Reply.Kind.CLOSED;
import static dev.homeport.diagnosis.conversation.Reply.Kind.HTTP;
import static dev.homeport.diagnosis.conversation.Reply.Kind.QUIET;
import static dev.homeport.diagnosis.conversation.Reply.Kind.SILENCE;
import static dev.homeport.diagnosis.conversation.Reply.Kind.TLS;
import static dev.homeport.diagnosis.conversation.Reply.Kind.WORDS;
import static dev.homeport.sockets.Fixtures.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.finding.Fix;
import dev.homeport.health.Explanation;
import dev.homeport.health.loopback.FamilyState;
import dev.homeport.health.loopback.InterfaceState;
import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.sockets.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasoning, from saved readings: what is seen of it on real networks is in {@link DiagnosisInNamespaceTests}. */
class DiagnoserTests {

    private static Reply reply(Reply.Kind kind, String text) {
        return new Reply(kind, text, Duration.ofMillis(3));
    }

    private static List<CauseCode> codes(Diagnosis diagnosis) {
        return diagnosis.causes().stream().map(Cause::code).toList();
    }

    private static ClientResult of(Diagnosis diagnosis, String client) {
        return diagnosis.clients().stream()
                .filter(result -> result.client().text().equals(client))
                .findFirst()
                .orElseThrow();
    }

    /** The case that the whole room is there for. */
    @Test
    void serverOnIpv4AloneIsMissedByNode18AndNotByBrowsers() {
        Diagnosis diagnosis =
                new SavedSituation().with(tcp("127.0.0.1", 3000, "node")).diagnosis("localhost:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.OTHER_FAMILY_ONLY);
        assertThat(diagnosis.summary()).contains("Node.js 17 to 19", "ECONNREFUSED ::1:3000", "browsers and curl");
        assertThat(of(diagnosis, "first-only").outcome()).isEqualTo("ECONNREFUSED ::1:3000");
        assertThat(of(diagnosis, "browser").works()).isTrue();
        assertThat(of(diagnosis, "java").works()).isTrue();
        assertThat(diagnosis.cause().remedy().text()).contains("server.listen(3000)");
        assertThat(diagnosis.verify()).isEqualTo("curl -v 'http://[::1]:3000/'");
        assertThat(diagnosis.isReachable()).isTrue();
    }

    @Test
    void sameSituationGivesTheSameAnswer() {
        SavedSituation saved = new SavedSituation().with(tcp("127.0.0.1", 3000, "node"));
        assertThat(saved.diagnosis("localhost:3000")).isEqualTo(saved.diagnosis("localhost:3000"));
    }

    /** R5.43: a refusal says nothing listens, a row in the table of sockets says that a firewall rejects. */
    @Test
    void refusalIsToldApartByTheTableOfSockets() {
        SavedSituation nobody = new SavedSituation().tried("127.0.0.1", Outcome.REFUSED);
        assertThat(codes(nobody.diagnosis("127.0.0.1:3000"))).containsExactly(CauseCode.NOTHING_LISTENS);
        SavedSituation somebody =
                new SavedSituation().with(tcp("127.0.0.1", 3000, "node")).tried("127.0.0.1", Outcome.REFUSED);
        assertThat(codes(somebody.diagnosis("127.0.0.1:3000"))).containsExactly(CauseCode.FIREWALL_REJECT);
    }

    /** R5.40, rows 3 and 6: silence of a stopped process comes after the connection, that of a firewall before it. */
    @Test
    void silenceIsToldApartByTheConnection() {
        SavedSituation dropped =
                new SavedSituation().with(tcp("127.0.0.1", 3000, "node")).tried("127.0.0.1", Outcome.TIMED_OUT);
        assertThat(codes(dropped.diagnosis("127.0.0.1:3000"))).containsExactly(CauseCode.FIREWALL_DROP);
        var server = tcp("127.0.0.1", 3000, Fixtures.visible(Fixtures.process(77, "node", "ann")));
        SavedSituation stopped = new SavedSituation()
                .with(server)
                .state(77, ProcessState.STOPPED)
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(QUIET, ""), null);
        Diagnosis diagnosis = stopped.diagnosis("127.0.0.1:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.PROCESS_STOPPED);
        assertThat(diagnosis.cause().remedy().commands()).containsExactly("kill -CONT 77");
        assertThat(diagnosis.isReachable()).isFalse();
    }

    /** What cannot be read is said, and nothing is made of it. */
    @Test
    void rulesThatMayNotBeReadAreNoEvidence() {
        Diagnosis diagnosis = new SavedSituation()
                .with(tcp("127.0.0.1", 3000, "node"))
                .tried("127.0.0.1", Outcome.TIMED_OUT)
                .diagnosis("127.0.0.1:3000");
        assertThat(diagnosis.cause().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(diagnosis.cause().remedy().commands()).isEmpty();
        assertThat(diagnosis.cause().test()).isEqualTo("sudo nft -a list ruleset");
    }

    @Test
    void answersInTheOtherLanguageTellTls() {
        var server = tcp("127.0.0.1", 8443, "java");
        Diagnosis plain = new SavedSituation()
                .with(server)
                .tried("127.0.0.1", Outcome.ACCEPTED_THEN_CLOSED, reply(CLOSED, ""), reply(TLS, "TLSv1.3"))
                .diagnosis("http://127.0.0.1:8443/");
        assertThat(codes(plain)).containsExactly(CauseCode.TLS_MISMATCH);
        assertThat(plain.cause().remedy().text()).contains("https://127.0.0.1:8443/");
        Diagnosis secure = new SavedSituation()
                .with(server)
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(WORDS, ""), reply(HTTP, "HTTP/1.1 200 OK"))
                .diagnosis("https://127.0.0.1:8443/");
        assertThat(codes(secure)).containsExactly(CauseCode.TLS_MISMATCH);
        Diagnosis neither = new SavedSituation()
                .with(server)
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(SILENCE, ""), reply(SILENCE, ""))
                .diagnosis("http://127.0.0.1:8443/");
        assertThat(codes(neither)).containsExactly(CauseCode.SERVER_SILENT);
        assertThat(neither.summary()).endsWith(", nor to GET shortly after.");
    }

    @Test
    void whoAnswersGetAndNotHeadIsReached() {
        SavedSituation silentToHead = new SavedSituation()
                .with(tcp("127.0.0.1", 8000, "python3"))
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(SILENCE, ""), reply(HTTP, "HTTP/1.0 200 OK"));
        Diagnosis diagnosis = silentToHead.diagnosis("http://127.0.0.1:8000/");
        assertThat(codes(diagnosis)).containsExactly(CauseCode.REACHABLE);
        assertThat(diagnosis.summary()).contains("HTTP/1.0 200 OK", "to GET, and nothing to HEAD");
        assertThat(diagnosis.cause().evidence())
                .extracting(Observation::observed)
                .anyMatch(observed -> observed.startsWith("asked GET: HTTP/1.0 200 OK"));
        assertThat(codes(silentToHead.diagnosis("https://127.0.0.1:8000/"))).containsExactly(CauseCode.TLS_MISMATCH);
    }

    /** The path ends where the evidence says: what answered in another language was reached. */
    @Test
    void wayEndsBehindTheSocketWhereSomebodyAnswered() {
        Diagnosis diagnosis = new SavedSituation()
                .with(tcp("127.0.0.1", 2222, "sshd"))
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(WORDS, "SSH-2.0"), null)
                .diagnosis("http://127.0.0.1:2222/");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.PROTOCOL_MISMATCH);
        assertThat(diagnosis.path().get(diagnosis.path().size() - 1).state()).isEqualTo(Step.State.BROKEN);
    }

    @Test
    void healthyTargetSaysWhoAnsweredWhatAndWhoElseReachesIt() {
        Diagnosis diagnosis = new SavedSituation()
                .with(tcp("0.0.0.0", 8000, "python3"))
                .tried("127.0.0.1", Outcome.ACCEPTED, reply(HTTP, "HTTP/1.0 200 OK"), null)
                .diagnosis("http://127.0.0.1:8000/");
        assertThat(codes(diagnosis)).containsExactly(CauseCode.REACHABLE);
        assertThat(diagnosis.summary())
                .contains(
                        "python3",
                        "answers at 127.0.0.1:8000",
                        "HTTP/1.0 200 OK after 3.00 ms",
                        "Other computers reach it too");
        assertThat(diagnosis.path()).allMatch(step -> step.state() == Step.State.OK);
    }

    /** R1.29: which of two programs a client gets, its first address decides. */
    @Test
    void twoProgramsOnOnePortAreBothNamed() {
        Diagnosis diagnosis = new SavedSituation()
                .with(
                        tcp("127.0.0.1", 3000, Fixtures.visible(Fixtures.process(1, "node", "ann"))),
                        tcp("::1", 3000, Fixtures.visible(Fixtures.process(2, "ruby", "ann"))))
                .diagnosis("localhost:3000");
        assertThat(diagnosis.summary())
                .contains("ruby (pid 2) listens at [::1]:3000", "another program answers: node (pid 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "3001, node, OTHER_PORT_SAME_PROCESS, true",
        "3001, postgres, OTHER_PORT_SAME_PROCESS, false",
        "3020, node, OTHER_PORT_SAME_PROCESS, false",
    })
    void nextPortsOfDevelopmentServersAreNamed(int port, String process, CauseCode code, boolean isNamed) {
        Diagnosis diagnosis =
                new SavedSituation().with(tcp("127.0.0.1", port, process)).diagnosis("127.0.0.1:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.NOTHING_LISTENS);
        assertThat(codes(diagnosis).contains(code)).isEqualTo(isNamed);
    }

    @Test
    void withoutReadingsNothingIsGuessed() {
        Diagnosis diagnosis = new SavedSituation()
                .withoutSockets("no permission")
                .withoutInterfaces("no permission")
                .diagnosis("127.0.0.1:3000");
        assertThat(diagnosis.isReachable()).isNull();
        assertThat(codes(diagnosis)).containsExactly(CauseCode.UNKNOWN);
        assertThat(diagnosis.summary()).contains("no permission");
    }

    /** What is not known is neither free nor foreign, nor refused. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:3000, here, listen",
        "192.168.1.5:3000, here, reach",
        "192.168.1.5:3000, container, reach",
        "localhost:3000, lan, reach",
    })
    void withoutReadingsNothingIsCertain(String target, String from, String purpose) {
        Diagnosis diagnosis = new SavedSituation()
                .withoutSockets("no permission")
                .withoutInterfaces("no permission")
                .diagnosis(target, from, purpose);
        assertThat(codes(diagnosis)).containsExactly(CauseCode.UNKNOWN);
        assertThat(diagnosis.isReachable()).isNull();
        assertThat(diagnosis.clients()).noneMatch(client -> client.outcome().contains("ECONNREFUSED"));
    }

    @Test
    void portAloneIsThatOfAllAddresses() {
        SavedSituation saved = new SavedSituation().with(tcp("192.168.1.5", 3000, "node"));
        assertThat(saved.diagnosis("3000", "here", "listen").cause().code()).isEqualTo(CauseCode.PORT_IN_USE);
        assertThat(saved.diagnosis("localhost:3000", "here", "listen").cause().code())
                .isEqualTo(CauseCode.PORT_FREE);
    }

    /** R1.29: another address of the same family is no other family. */
    @Test
    void otherAddressOfLoopbackIsNoOtherFamily() {
        Diagnosis diagnosis =
                new SavedSituation().with(tcp("127.0.0.1", 3000, "node")).diagnosis("127.0.0.5:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.OTHER_ADDRESS_ONLY);
    }

    /** An ::1 that the machine does not have refuses nobody: the resolver leaves it out, or the next address is tried. */
    @Test
    void familyThatIsNotThereIsNotMissed() {
        Diagnosis diagnosis = new SavedSituation()
                .withInterfaces(dev.homeport.interfaces.Fixtures.loopback()
                        .withoutAddress("::1")
                        .build())
                .with(tcp("127.0.0.1", 3000, "node"))
                .diagnosis("localhost:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.REACHABLE);
    }

    /** A listener's row tells that it waits, not that anything gets to it. */
    @Test
    void nobodyConnectsWhereLoopbackItselfFails() {
        Explanation off = Explanation.of(dev.homeport.health.Cause.LO_DOWN, new Fix("sudo ip link set lo up", "on"));
        LoopbackState state = new LoopbackState(
                new FamilyState(IpFamily.IPV4, LoopbackAnswer.FAILS, "timed-out", "Timed out.", off, Instant.EPOCH),
                new FamilyState(IpFamily.IPV6, LoopbackAnswer.ABSENT, "absent", "None.", off, Instant.EPOCH),
                new InterfaceState(null, null, null, off, Instant.EPOCH));
        Diagnosis diagnosis = new SavedSituation()
                .withLoopback(state)
                .with(tcp("127.0.0.1", 3000, "node"))
                .diagnosis("127.0.0.1:3000");
        assertThat(diagnosis.cause().code()).isEqualTo(CauseCode.LO_DOWN);
        assertThat(diagnosis.clients()).isNotEmpty().noneMatch(ClientResult::works);
        assertThat(of(diagnosis, "native").outcome()).isEqualTo("no answer from 127.0.0.1:3000");
    }

    /** A forwarder that leads to a port is no server of it. */
    @Test
    void forwardersAreNotTakenForTheServer() {
        Diagnosis diagnosis = new SavedSituation()
                .with(Fixtures.forwarding("127.0.0.1", 2022, "ssh", "db:22"))
                .diagnosis("127.0.0.1:22");
        assertThat(codes(diagnosis)).containsExactly(CauseCode.NOTHING_LISTENS);
    }

    /** A file that is broken is to blame for the names that stand in it. */
    @ParameterizedTest
    @CsvSource({"app.test, HOSTS_BROKEN", "other.test, NAME_UNRESOLVED"})
    void brokenFileIsToBlameForItsOwnNames(String name, CauseCode code) {
        Diagnosis diagnosis = new SavedSituation()
                .hosts("\uFEFF127.0.0.1 app.test\n127.0.0.1 localhost\n::1 localhost\n")
                .diagnosis(name + ":80");
        assertThat(diagnosis.cause().code()).isEqualTo(code);
    }

    /** A line in the hosts file would hide what has that name on the internet. */
    @Test
    void publicNamesAreNotHijacked() {
        assertThat(new SavedSituation()
                        .diagnosis("example.com:443")
                        .cause()
                        .remedy()
                        .commands())
                .isEmpty();
        assertThat(new SavedSituation()
                        .diagnosis("shop.test:443")
                        .cause()
                        .remedy()
                        .commands())
                .hasSize(1);
    }

    /** What people are told to paste into a shell holds no words of others that it would run. */
    @Test
    void commandsHoldNothingThatAShellRuns() {
        Diagnosis diagnosis = new SavedSituation()
                .with(tcp("127.0.0.1", 8000, "node"))
                .diagnosis("http://127.0.0.1:8000/$(touch${IFS}x);'`y`");
        assertThat(diagnosis.verify()).isEqualTo("curl -v 'http://127.0.0.1:8000/$(touch${IFS}x);%27`y`'");
    }

    @Test
    void windowsMayKeepAPortThatSeemsFree() {
        Diagnosis windows = new SavedSituation().on(OsFamily.WINDOWS).diagnosis("localhost:50000", "here", "listen");
        assertThat(codes(windows)).containsExactly(CauseCode.PORT_FREE, CauseCode.PORT_EXCLUDED_WINDOWS);
        assertThat(windows.causes().get(1).test()).isEqualTo("netsh int ipv4 show excludedportrange protocol=tcp");
        Diagnosis linux = new SavedSituation().diagnosis("localhost:50000", "here", "listen");
        assertThat(codes(linux)).containsExactly(CauseCode.PORT_FREE);
    }

    /** R1.28, by bind addresses. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:3000, PORT_IN_USE",
        "127.0.0.1, 127.0.0.2:3000, PORT_FREE",
        "127.0.0.1, [::1]:3000, PORT_FREE",
        "127.0.0.1, 0.0.0.0:3000, PORT_IN_USE",
        "127.0.0.1, [::]:3000, PORT_IN_USE",
        "0.0.0.0, 127.0.0.1:3000, PORT_IN_USE",
        "0.0.0.0, [::1]:3000, PORT_FREE",
        "0.0.0.0, 192.168.1.5:3000, PORT_IN_USE",
        "0.0.0.0, 198.51.100.1:3000, PORT_IN_USE",
        "192.168.1.5, 127.0.0.1:3000, PORT_FREE",
    })
    void bindConflicts(String bound, String wanted, CauseCode code) {
        Diagnosis diagnosis =
                new SavedSituation().with(tcp(bound, 3000, "node")).diagnosis(wanted, "here", "listen");
        assertThat(diagnosis.cause().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "container, 127.0.0.1:3000, 0.0.0.0, OTHER_NAMESPACE",
        "container, localhost:3000, 127.0.0.1, OTHER_NAMESPACE",
        "container, host.docker.internal:3000, 0.0.0.0, REACHABLE",
        "container, host.containers.internal:3000, 127.0.0.1, OTHER_ADDRESS_ONLY",
        "container, 172.17.0.1:3000, 172.17.0.1, REACHABLE",
        "lan, localhost:3000, 0.0.0.0, OTHER_NAMESPACE",
        "lan, 192.168.1.5:3000, 0.0.0.0, REACHABLE",
        "lan, 192.168.1.5:3000, 127.0.0.1, OTHER_ADDRESS_ONLY",
        "lan, 192.168.1.5:3000, 172.17.0.1, OTHER_ADDRESS_ONLY",
        "lan, 172.17.0.1:3000, 0.0.0.0, OTHER_ADDRESS_ONLY",
        "lan, 198.51.100.7:3000, 0.0.0.0, FOREIGN_ADDRESS",
        "lan, 192.168.1.5:3001, 0.0.0.0, NOTHING_LISTENS",
    })
    void fromElsewhere(String from, String target, String bound, CauseCode code) {
        Diagnosis diagnosis =
                new SavedSituation().with(tcp(bound, 3000, "node")).diagnosis(target, from, "reach");
        assertThat(diagnosis.cause().code()).as(diagnosis.summary()).isEqualTo(code);
        assertThat(diagnosis.path()).isNotEmpty();
        assertThat(diagnosis.isReachable()).isEqualTo(code == CauseCode.REACHABLE ? null : Boolean.FALSE);
    }

    /** Whatever is wrong, the way of the request is drawn to one place where it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:3000", "localhost:3000", "198.51.100.7:80", "nobody.test:80", "[::1]:1"})
    void wayEndsAtOnePlace(String target) {
        Diagnosis diagnosis = new SavedSituation().diagnosis(target);
        assertThat(diagnosis.path().stream().filter(step -> step.state() == Step.State.BROKEN))
                .hasSize(1);
    }
}
