package dev.homeport.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a machine can suffer leaves a stale reading with its reason, pages that answer all the same, and nothing once it is
 * over. Needs root, to mount.
 */
class FaultsTests {

    /** Few descriptors, a temporary directory that is soon full, and mounts that nobody else sees. */
    private static final String SMALL_MACHINE = """
            ip link set lo up
            ulimit -n 350
            exec unshare --mount sh -c 'mount -t tmpfs -o size=256k none /mnt && exec "$@"' sh \
              env JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/mnt "$@"
            """;

    private static final Map<String, String[]> TOLD = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void suffer() throws Exception {
        Namespace.assumePossible();
        assumeTrue(Files.isDirectory(Path.of("/mnt")), "needs a directory /mnt to mount on");
        Namespace.run(SMALL_MACHINE, inJar(), FaultyMachine.class).stream()
                .filter(line -> line.length == 6)
                .forEach(line -> TOLD.put(line[0], line));
    }

    /**
     * The class path of this test with Homeport in a jar, as its users have it: each class in a folder is a file to open, and a
     * jar is open already.
     */
    private static String inJar() {
        String jar = folder.resolve("homeport.jar").toString();
        String classes = Path.of("target/classes").toAbsolutePath().toString();
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".");
        assertThat(code).isZero();
        return System.getProperty("java.class.path").replace(classes, jar);
    }

    private static void assertStaleAndHealed(String fault, String why) {
        assertThat(TOLD).containsKey(fault);
        String[] told = TOLD.get(fault);
        assertThat(told[2]).as("meanwhile").isEqualTo("stale");
        assertThat(told[3]).as("why").contains(why);
        assertThat(told[4]).as("answers meanwhile").isEqualTo("200");
        assertThat(told[5]).as("afterwards").isEqualTo("fresh");
    }

    @Test
    void descriptorsThatRunOutLeaveTheLastCountersStale() {
        assertStaleAndHealed("out of descriptors", "Too many open files");
    }

    @Test
    void fileOfTheKernelThatHangsLeavesTheLastInterfacesStale() {
        assertStaleAndHealed("/proc hangs", "The operating system has not answered since");
    }

    @Test
    void hostsFileThatIsTakenAwayLeavesTheLastOneStale() {
        assertStaleAndHealed("hosts file gone", "hosts");
    }

    @Test
    void fullDiskHindersNothing() {
        assertThat(TOLD.get("disk full")).contains("fresh", "200");
        assertThat(TOLD.get("disk full")[2]).isEqualTo("fresh");
        assertThat(TOLD.get("disk full")[4]).isEqualTo("200");
    }
}
