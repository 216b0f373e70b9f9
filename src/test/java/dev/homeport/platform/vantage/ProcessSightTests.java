package dev.homeport.platform.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DOMAIN R2.30 to R2.35, on a proc file system made of files. */
class ProcessSightTests {

    private static final String ALL_CAPABILITIES = "000001ffffffffff";
    private static final String NO_CAPABILITIES = "0000000000000000";
    private static final String ALL_BUT_PTRACE = "000001fffff7ffff";

    @TempDir
    Path proc;

    @BeforeEach
    void oneOtherProcess() throws IOException {
        Files.createDirectories(proc.resolve("self/ns"));
        Files.createDirectories(proc.resolve("1/fd"));
        Files.createSymbolicLink(proc.resolve("1/fd/0"), Path.of("socket:[42]"));
        Files.writeString(proc.resolve("1/comm"), "init\n");
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of(NamespaceRoot.FIRST_PROCESS_NAMESPACE));
        Files.writeString(proc.resolve("self/mountinfo"), "22 27 0:21 / /proc rw - proc proc rw");
    }

    @Test
    void privilegedProcessOnTheHostSeesAllOwners() throws IOException {
        status(0, ALL_CAPABILITIES);
        assertThat(sight().limit(OsFamily.LINUX, true)).isEmpty();
        assertThat(sight().effectiveUserId()).contains(0);
    }

    @Test
    void missingProcFileSystemIsNotBlamedOnTheUser() {
        Limit limit = sight().limit(OsFamily.LINUX, true).orElseThrow();
        assertThat(limit.why()).startsWith("There is no proc file system at " + proc);
        assertThat(limit.remedy()).contains("homeport.proc");
    }

    @Test
    void ordinaryUserLearnsWhoItIsAndWhatItLacks() throws IOException {
        status(1000, NO_CAPABILITIES);
        Limit limit = sight().limit(OsFamily.LINUX, false).orElseThrow();
        assertThat(limit.why())
                .contains("user id 1000")
                .contains("CAP_SYS_PTRACE")
                .doesNotContain("hidepid");
        assertThat(limit.remedy()).contains("sudo");
    }

    @Test
    void rootWithoutTheCapabilityDoesNotSeeOthersEither() throws IOException {
        status(0, ALL_BUT_PTRACE);
        assertThat(sight().limit(OsFamily.LINUX, true)).isPresent();
    }

    @Test
    void hidepidIsNamed() throws IOException {
        status(1000, NO_CAPABILITIES);
        Files.writeString(proc.resolve("self/mountinfo"), "22 27 0:21 / /proc rw - proc proc rw,hidepid=invisible");
        assertThat(sight().limit(OsFamily.LINUX, false).orElseThrow().why()).contains("hidepid");
    }

    @Test
    void ownProcessNamespaceHidesWhatIsOutside() throws IOException {
        status(0, ALL_CAPABILITIES);
        Files.delete(proc.resolve("self/ns/pid"));
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[4026532999]"));
        Limit limit = sight().limit(OsFamily.LINUX, true).orElseThrow();
        assertThat(limit.why()).contains("process namespace of its own");
        assertThat(limit.remedy()).contains("--pid=host");
    }

    @Test
    void processThatEndsWhileLookedAtIsNoObstacle() throws IOException {
        status(0, ALL_CAPABILITIES);
        Files.createDirectories(proc.resolve("77"));
        assertThat(sight().limit(OsFamily.LINUX, true)).isEmpty();
    }

    @Test
    void otherSystemsAskForAdministratorRights() {
        assertThat(sight().limit(OsFamily.WINDOWS, true)).isEmpty();
        assertThat(sight().limit(OsFamily.WINDOWS, false).orElseThrow().remedy())
                .contains("administrator");
        assertThat(sight().limit(OsFamily.MACOS, false).orElseThrow().remedy()).contains("sudo");
    }

    @Test
    void onTheRealMachineTheAnswerAgreesWithTheFirstProcess() {
        Path first = Path.of("/proc/1/fd/0");
        assumeTrue(Files.isDirectory(Path.of("/proc/1/fd")), "needs a readable /proc/1/fd");
        boolean readable = isLinkReadable(first);
        assumeTrue(!readable, "process 1 is readable here");
        assertThat(new ProcessSight(NamespaceRoot.own(Path.of("/proc"))).limit(OsFamily.LINUX, true))
                .isPresent();
    }

    private static boolean isLinkReadable(Path link) {
        try {
            Files.readSymbolicLink(link);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ProcessSight sight() {
        return new ProcessSight(NamespaceRoot.own(proc));
    }

    private void status(int uid, String effective) throws IOException {
        Files.writeString(
                proc.resolve("self/status"),
                "Name:\tjava\nUid:\t" + uid + "\t" + uid + "\t" + uid + "\t" + uid + "\nCapEff:\t" + effective + "\n");
    }
}
