package dev.homeport.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /**
     * Clocks can be set in there, and nowhere else.
     *
     * @see Fault#setClock
     */
    private static final String OTHER_CLOCK = """
            ip link set lo up
            export FAKETIME_TIMESTAMP_FILE=$(mktemp) FAKETIME_CACHE_DURATION=1 FAKETIME_DONT_FAKE_MONOTONIC=1
            echo +0 > $FAKETIME_TIMESTAMP_FILE
            export LD_PRELOAD=$(find /usr/lib -name libfaketimeMT.so.1 | head -1)
            """;

    private static final Map<String, String[]> TOLD = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void suffer() throws Exception {
        Namespace.assumePossible();
        assumeTrue(Files.isDirectory(Path.of("/mnt")), "needs a directory /mnt to mount on");
        String classPath = inJar();
        suffer(
                SMALL_MACHINE,
                classPath,
                "out of descriptors",
                "no process can be looked at",
                "/proc hangs",
                "hosts file gone",
                "disk full");
        suffer("ip link set lo up", classPath, "stands still", "another Homeport ends");
        if (canSetClocks()) {
            suffer(OTHER_CLOCK, classPath, "a day ahead", "an hour back");
        }
    }

    private static void suffer(String machine, String classPath, String... faults) throws Exception {
        Namespace.run(machine, classPath, FaultyMachine.class, faults).stream()
                .filter(line -> line.length == 7)
                .forEach(line -> TOLD.put(line[0], line));
    }

    private static boolean canSetClocks() throws IOException {
        try (Stream<Path> libraries = Files.find(
                Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return libraries.findAny().isPresent();
        }
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

    private static void assertWithstood(String fault) {
        assertThat(TOLD).containsKey(fault);
        String[] told = TOLD.get(fault);
        assertThat(told[2]).as("meanwhile").isEqualTo("fresh");
        assertThat(told[4]).as("answers meanwhile").isEqualTo("200");
        assertThat(told[5]).as("afterwards").isEqualTo("fresh");
        assertThat(told[6])
                .as("seconds between the reading's time and the clock's")
                .isEqualTo("0");
    }

    @Test
    void descriptorsThatRunOutLeaveTheLastCountersStale() {
        assertStaleAndHealed("out of descriptors", "Too many open files");
    }

    /** Else each socket would seem to be held by the kernel. */
    @Test
    void descriptorsThatRunOutLeaveTheLastOwnersStale() {
        assertStaleAndHealed("no process can be looked at", "/proc: Too many open files");
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
    void anotherHomeportThatEndsLeavesWhatItToldLastAndComesBack() {
        assertStaleAndHealed("another Homeport ends", "Nothing takes connections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk full", "stands still"})
    void hindersNothing(String fault) {
        assertWithstood(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a day ahead", "an hour back"})
    void clockThatIsSetLeavesReadingsFreshWithTheNewTime(String fault) throws IOException {
        assumeTrue(canSetClocks(), "needs libfaketime");
        assertWithstood(fault);
    }
}
