package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.NativeSocket;
import dev.homeport.net.IpFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On real processes that hold real sockets. What must be seen in time is asked for until it is seen. */
@EnabledOnOs(OS.LINUX)
class SocketHoldersTests {

    private static final Path PROC = Path.of("/proc");
    private static final int SELF = (int) ProcessHandle.current().pid();

    /** It may spend all its time, as no reader of a page would let it. */
    private final SocketHolders index = new SocketHolders(PROC, 1, 1, System::nanoTime);

    @BeforeEach
    void needsNativeSockets() {
        NativeSocket.tcp(IpFamily.IPV4).close();
    }

    @Test
    void socketOfThisProcessIsFound() throws IOException {
        try (NativeSocket socket = listen()) {
            assertThat(pids(inode(socket))).containsExactly(SELF);
        }
    }

    @Test
    void everyProcessThatInheritedItHoldsItAndTheParentComesFirst() throws IOException {
        try (NativeSocket socket = listen();
                NativeSocket.Holder first = NativeSocket.spawnHolder();
                NativeSocket.Holder second = NativeSocket.spawnHolder()) {
            assertThat(pids(inode(socket))).startsWith(SELF).containsExactlyInAnyOrder(SELF, first.pid(), second.pid());
        }
    }

    @Test
    void childStartedLaterIsSeenAlthoughTheTableIsTheSame() throws IOException {
        try (NativeSocket socket = listen()) {
            Set<Long> inodes = Set.of(inode(socket));
            assertThat(index.of(inodes).of(inode(socket))).hasSize(1);
            try (NativeSocket.Holder child = NativeSocket.spawnHolder()) {
                assertThat(await(inodes, pids -> pids.contains(child.pid()))).containsExactly(SELF, child.pid());
            }
            assertThat(await(inodes, pids -> pids.size() == 1)).containsExactly(SELF);
        }
    }

    @Test
    void childThatKeepsItWhenTheParentClosesItIsTheOnlyHolder() throws IOException {
        NativeSocket socket = listen();
        long inode = inode(socket);
        try (NativeSocket.Holder child = NativeSocket.spawnHolder()) {
            assertThat(pids(inode)).containsExactly(SELF, child.pid());
            socket.close();
            assertThat(await(Set.of(inode), pids -> pids.size() == 1)).containsExactly(child.pid());
        }
    }

    @Test
    void socketOnItsWayOverAUnixSocketHasNoHolderUntilItIsTakenOut() throws IOException {
        NativeSocket socket = listen();
        long inode = inode(socket);
        assertThat(pids(inode)).containsExactly(SELF);
        try (NativeSocket.InFlight flight = socket.send()) {
            assertThat(await(Set.of(inode), List::isEmpty)).isEmpty();
            assertThat(index.of(Set.of(inode)).sought()).isEmpty();
            try (NativeSocket received = flight.receive()) {
                assertThat(received.port()).isPositive();
                assertThat(await(Set.of(inode), pids -> !pids.isEmpty())).containsExactly(SELF);
            }
        }
    }

    @Test
    void newSocketOnADescriptorThatWasAnotherSocketsIsFound() throws IOException {
        long before;
        try (NativeSocket socket = listen()) {
            before = inode(socket);
            assertThat(pids(before)).containsExactly(SELF);
        }
        try (NativeSocket socket = listen()) {
            assertThat(inode(socket)).isNotEqualTo(before);
            assertThat(pids(inode(socket))).containsExactly(SELF);
        }
    }

    private List<Integer> pids(long inode) {
        return index.of(Set.of(inode)).of(inode).stream().map(ProcessStat::pid).toList();
    }

    /** Asks as the collector does, until {@code seen} or for the patience of a reader. */
    private List<Integer> await(Set<Long> inodes, Predicate<List<Integer>> seen) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        List<Integer> pids = List.of();
        while (System.nanoTime() < deadline) {
            pids = index.of(inodes).of(inodes.iterator().next()).stream()
                    .map(ProcessStat::pid)
                    .toList();
            if (seen.test(pids)) {
                return pids;
            }
            Thread.yield();
        }
        return pids;
    }

    private static NativeSocket listen() {
        return NativeSocket.tcp(IpFamily.IPV4).bind("127.0.0.1", 0).listen(1);
    }

    /** From the table of the kernel, by the port. */
    private static long inode(NativeSocket socket) throws IOException {
        String port = String.format(":%04X", socket.port());
        return Files.readAllLines(Path.of("/proc/net/tcp")).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[1].endsWith(port) && columns[3].equals("0A"))
                .map(columns -> Long.parseLong(columns[9]))
                .findFirst()
                .orElseThrow();
    }
}
