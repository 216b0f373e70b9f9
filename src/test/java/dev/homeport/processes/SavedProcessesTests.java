package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The index on a saved {@code /proc}, for what no live machine can be made to show, and with a clock that stands. */
@DisabledOnOs(OS.WINDOWS)
class SavedProcessesTests {

    @TempDir
    Path proc;

    private final AtomicLong now = new AtomicLong();
    private SocketHolders index;

    @BeforeEach
    void index() throws IOException {
        index = new SocketHolders(proc, 1000, 1000, now::get);
        pulse(1);
    }

    @Test
    void tableThatDidNotChangeCostsNoWalk() throws IOException {
        process(10, 1, 100);
        descriptor(10, 3, 555);
        Set<Long> inodes = Set.of(555L);
        Holders first = settled(inodes);
        descriptor(10, 4, 556);
        process(11, 10, 101);
        descriptor(11, 3, 555);
        assertThat(index.of(inodes)).isSameAs(first);
    }

    @Test
    void processThatGotTheIdOfAnotherIsNotItsHeir() throws IOException {
        process(10, 1, 100);
        process(20, 1, 90);
        descriptor(10, 3, 555);
        descriptor(20, 3, 555);
        assertThat(holders(555)).containsExactly(20, 10);
        remove(10, 3);
        process(10, 1, 9999);
        pulse(2);
        pass(Duration.ofSeconds(60));
        assertThat(holders(555)).containsExactly(20);
    }

    @Test
    void primaryIsTheOldestWithoutAnAncestorAmongTheHolders() throws IOException {
        process(30, 1, 300);
        process(31, 30, 300);
        process(32, 99, 200);
        for (int pid : List.of(30, 31, 32)) {
            descriptor(pid, 3, 555);
        }
        assertThat(holders(555)).containsExactly(32, 30, 31);
        process(40, 41, 10);
        process(41, 40, 10);
        descriptor(40, 3, 556);
        pulse(2);
        assertThat(holders(556)).containsExactly(40);
    }

    @Test
    void programThatAProcessRunsSinceIsAnother() throws IOException {
        process(10, 1, 100);
        descriptor(10, 3, 555);
        ProcessStat before = index.of(Set.of(555L)).of(555).get(0);
        Files.writeString(proc.resolve("10/stat"), stat(10, "other", 1, 100));
        pulse(2);
        pass(Duration.ofSeconds(60));
        assertThat(index.of(Set.of(555L)).of(555)).singleElement().satisfies(stat -> {
            assertThat(stat.name()).isEqualTo("other");
            assertThat(stat).isNotEqualTo(before);
        });
    }

    @Test
    void holderThatIsLeftWhenTheOthersEndIsFoundAtOnce() throws IOException {
        process(10, 1, 100);
        descriptor(10, 3, 555);
        process(20, 1, 50);
        assertThat(holders(555)).containsExactly(10);
        descriptor(20, 7, 555);
        delete(10);
        pulse(2);
        pass(Duration.ofSeconds(60));
        assertThat(holders(555)).containsExactly(20);
    }

    @Test
    void socketThatWasPassedOnIsLookedForWhenItsHolderIsLookedAt() throws IOException {
        process(10, 1, 100);
        process(20, 1, 50);
        descriptor(10, 3, 555);
        assertThat(holders(555)).containsExactly(10);
        remove(10, 3);
        Files.createSymbolicLink(proc.resolve("10/fd/3"), Path.of("/dev/null"));
        descriptor(20, 7, 555);
        descriptor(10, 4, 556);
        Holders holders = index.of(Set.of(555L, 556L));
        assertThat(holders.of(556)).extracting(ProcessStat::pid).containsExactly(10);
        assertThat(holders.of(555)).extracting(ProcessStat::pid).containsExactly(20);
    }

    @Test
    void childThatClosesItWithItsNextProgramHoldsItNoMore() throws IOException {
        process(10, 1, 100);
        process(11, 10, 110);
        descriptor(10, 3, 555);
        descriptor(11, 3, 555);
        assertThat(holders(555)).containsExactly(10, 11);
        Files.writeString(proc.resolve("11/stat"), stat(11, "sleep", 10, 110));
        remove(11, 3);
        pulse(2);
        pass(Duration.ofSeconds(1));
        holders(555);
        assertThat(holders(555)).containsExactly(10);
    }

    @Test
    void daemonWhoseParentHasGoneIsLookedAtAtOnce() throws IOException {
        process(1, 0, 1);
        process(10, 1, 100);
        descriptor(10, 3, 555);
        assertThat(holders(555)).containsExactly(10);
        process(30, 1, 300);
        descriptor(30, 3, 555);
        process(40, 39, 300);
        descriptor(40, 3, 555);
        pulse(2);
        pass(Duration.ofSeconds(1));
        assertThat(holders(555)).containsExactly(10, 30, 40);
    }

    @Test
    void socketThatNobodyHoldsIsNotSoughtForEver() throws IOException {
        process(10, 1, 100);
        Holders holders = index.of(Set.of(777L));
        assertThat(holders.of(777)).isEmpty();
        assertThat(holders.sought()).isEmpty();
    }

    @Test
    void brokenFilesAndStrangeNamesAreNoException() throws IOException {
        process(10, 1, 100);
        descriptor(10, 3, 555);
        Files.createDirectories(proc.resolve("12"));
        Files.createDirectories(proc.resolve("13/fd"));
        Files.writeString(proc.resolve("13/stat"), "13 (x");
        Files.createDirectories(proc.resolve("99999999999999"));
        Files.writeString(proc.resolve("14"), "a file");
        Files.createSymbolicLink(proc.resolve("10/fd/4"), Path.of("socket:[not a number]"));
        Files.createSymbolicLink(proc.resolve("10/fd/5"), Path.of("socket:["));
        Files.createSymbolicLink(proc.resolve("10/fd/6"), Path.of("anon_inode:[eventpoll]"));
        assertThat(holders(555)).containsExactly(10);
    }

    private List<Integer> holders(long inode) {
        return index.of(Set.of(inode)).of(inode).stream().map(ProcessStat::pid).toList();
    }

    /** Asks until the first free looks are used up: with a clock that stands, no more are earned. */
    private Holders settled(Set<Long> inodes) {
        Holders last = index.of(inodes);
        for (Holders next = index.of(inodes); next != last; next = index.of(inodes)) {
            last = next;
        }
        return last;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void pulse(int lastPid) throws IOException {
        Files.writeString(proc.resolve("loadavg"), "0.00 0.00 0.00 1/100 " + lastPid + "\n");
    }

    private void process(int pid, int parent, long startTicks) throws IOException {
        Files.createDirectories(proc.resolve(pid + "/fd"));
        Files.writeString(proc.resolve(pid + "/stat"), stat(pid, "server", parent, startTicks));
    }

    private static String stat(int pid, String name, int parent, long startTicks) {
        return pid + " (" + name + ") S " + parent + " 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 " + startTicks + " 0 0\n";
    }

    private void descriptor(int pid, int number, long inode) throws IOException {
        Files.createSymbolicLink(proc.resolve(pid + "/fd/" + number), Path.of("socket:[" + inode + "]"));
    }

    private void remove(int pid, int number) throws IOException {
        Files.delete(proc.resolve(pid + "/fd/" + number));
    }

    private void delete(int pid) throws IOException {
        try (var files = Files.walk(proc.resolve(Integer.toString(pid)))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
