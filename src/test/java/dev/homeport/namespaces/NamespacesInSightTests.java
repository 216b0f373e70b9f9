package dev.homeport.namespaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Real network namespaces, with programs in them that listen, seen by a program that is not in them. Needs root, {@code
 * unshare} and {@code ip}; no container engine.
 */
class NamespacesInSightTests {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @RegisterExtension
    final Neighbours neighbours = new Neighbours();

    private static List<String[]> lookout(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(JAVA, "-cp", CLASS_PATH, Lookout.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.map(line -> line.split(" \\| ", -1)).toList();
        }
    }

    /** The line of the namespace that has them all: one of these numbers may be in use in somebody else's too. */
    private static Map<String, String[]> byListener(List<String[]> lines, String... ports) {
        Map<String, String[]> found = new TreeMap<>();
        for (String port : ports) {
            lines.stream()
                    .filter(line -> Arrays.stream(ports).allMatch(each -> line[4].contains(":" + each + "=")))
                    .forEach(line -> found.put(port, line));
        }
        return found;
    }

    @Test
    void whatListensInAnotherNamespaceIsSeenThereWithItsProcess() throws Exception {
        String[] ports = neighbours.inOwnNamespace("ip link set lo up", "127.0.0.1", "0.0.0.0", "::1");
        List<String[]> seen = lookout(List.of());
        assertThat(seen.get(0)[0]).isEqualTo("own");
        assertThat(byListener(seen, ports)).hasSize(3).allSatisfy((port, line) -> {
            assertThat(line[0]).isEqualTo("other");
            assertThat(line[3]).isEqualTo("up 127.0.0.1 ::1");
            assertThat(line[4]).contains(port + "=java");
            assertThat(line[5]).isEqualTo("hosts");
            assertThat(line[7]).isEqualTo("127.0.0.1 works, ::1 works, measured 6");
        });
    }

    /** R2.57: somebody else's loopback fails, and Homeport's own does not. */
    @Test
    void firewallInAnotherNamespaceIsMetThereAlone() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "needs nft");
        String drop = "nft 'add table inet t; add chain inet t in { type filter hook input priority 0; };"
                + " add rule inet t in iifname lo ip protocol tcp drop'";
        String[] ports = neighbours.inOwnNamespace("ip link set lo up; " + drop, "127.0.0.1");
        assertThat(byListener(lookout(List.of()), ports))
                .hasSize(1)
                .allSatisfy((port, line) -> assertThat(line[7]).isEqualTo("127.0.0.1 fails, ::1 works, measured 3"));
    }

    @Test
    void loopbackThatWasNeverUpIsSeenToBeDown() throws Exception {
        String[] ports = neighbours.inOwnNamespace("true", "0.0.0.0");
        assertThat(byListener(lookout(List.of()), ports)).hasSize(1).allSatisfy((port, line) -> {
            assertThat(line[3]).isEqualTo("down");
            assertThat(line[7]).isEqualTo("127.0.0.1 absent, ::1 absent, measured 0");
        });
    }

    @Test
    void loopbackThatWasSwitchedOffIsSeenToBeDown() throws Exception {
        String[] ports = neighbours.inOwnNamespace("ip link set lo up; ip link set lo down", "0.0.0.0");
        assertThat(byListener(lookout(List.of()), ports))
                .hasSize(1)
                .allSatisfy((port, line) -> assertThat(line[3]).isEqualTo("down 127.0.0.1"));
    }

    @Test
    void namespaceThatIpNetnsMadeBearsItsName() throws Exception {
        String name = "homeport-" + ProcessHandle.current().pid();
        assumeTrue(new ProcessBuilder("ip", "netns", "add", name).start().waitFor() == 0, "needs ip netns");
        try {
            assertThat(lookout(List.of()))
                    .filteredOn(line -> line[1].equals(name))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line[3]).as("no process is in it").isEqualTo("unknown");
                        assertThat(line[4]).isEqualTo("unknown");
                    });
            List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", name));
            inside.addAll(Neighbours.program("0.0.0.0"));
            String[] ports = neighbours.ports(inside);
            assertThat(byListener(lookout(List.of()), ports))
                    .hasSize(1)
                    .allSatisfy((port, line) -> assertThat(line[1]).isEqualTo(name));
        } finally {
            new ProcessBuilder("ip", "netns", "del", name).start().waitFor();
        }
    }

    /** R2.51: listeners need no privilege; numbers of namespaces, owners and other people's files do. */
    @Test
    void programWithoutCapabilitiesSeesListenersOfAllNamespacesAndNoOwners() throws Exception {
        List<String> unprivileged = List.of("setpriv", "--inh-caps", "-all", "--bounding-set", "-all");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
        String[] ports = neighbours.inOwnNamespace("ip link set lo up", "127.0.0.1", "0.0.0.0");
        assertThat(byListener(lookout(unprivileged), ports)).hasSize(2).allSatisfy((port, line) -> {
            assertThat(line[2]).startsWith("net-");
            assertThat(line[4]).contains(port + "=hidden");
            assertThat(line[5]).isEqualTo("no hosts");
            assertThat(line[7]).contains("CAP_SYS_ADMIN");
        });
    }

    /**
     * R2.52, R2.53: what a mounted proc file system has at {@code net} and {@code sys} is the reader's own. Here a program
     * in a namespace of its own looks through such a mount at the one in which this test runs.
     */
    @Test
    void hostIsSeenThroughAMountAndNotTheReaderItself() throws Exception {
        NamespaceRoot first = new NamespaceRoot(Path.of("/proc"), "1");
        assumeTrue(
                first.networkKey().equals(NamespaceRoot.own(Path.of("/proc")).networkKey()),
                "needs to run in the network of the first process");
        String[] atHost = neighbours.ports(Neighbours.program("127.0.0.1"));
        Path mount = Files.createTempDirectory("homeport-host-proc");
        try {
            List<String> inside = List.of(
                    "unshare",
                    "-n",
                    "-m",
                    "sh",
                    "-c",
                    "mount --bind /proc " + mount + "\nexec setpriv --inh-caps -all --bounding-set -all \"$@\"",
                    "sh");
            List<String[]> seen = lookout(inside, mount.toString());
            assertThat(seen.get(0)[0]).isEqualTo("own");
            assertThat(byListener(seen, atHost)).hasSize(1).allSatisfy((port, line) -> {
                assertThat(line[0]).isEqualTo("host");
                assertThat(line[3]).startsWith("up 127.0.0.1");
                assertThat(line[6]).as("kernel settings of the host").isEqualTo("0");
            });
        } finally {
            Files.delete(mount);
        }
    }
}
