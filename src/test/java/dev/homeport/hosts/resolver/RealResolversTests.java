package dev.homeport.hosts.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.InterfaceIndices;
import dev.homeport.platform.SourceAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real resolvers, asked over random hosts files: each is mounted over {@code /etc/hosts} in a mount namespace of its
 * own, where the only name server knows nobody. What they answer, we have to have said.
 */
class RealResolversTests {

    private static final List<String> ADDRESSES = List.of(
            "127.0.0.1",
            "127.0.0.2",
            "127.1",
            "0177.0.0.1",
            "0x7f.1",
            "10.0.0.1",
            "::1",
            "fe80::1",
            "fe80::1%lo",
            "fe80::1%3",
            "1.2.3",
            "1.2.3.256",
            "2130706433",
            "[::1]",
            "name",
            "127.0.0.1:80",
            "::1/128",
            "ff02::1",
            "001.2.3.4",
            "1.2.3.4.",
            "1::2::3",
            "::00001",
            "0:0:0:0:0:0:0:1",
            "1.2.3.4%lo",
            "4294967296",
            "08.1.1.1",
            "0x",
            "1..2");
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "A",
            "a.b",
            "localhost",
            "LocalHost",
            "x_y",
            "*.w",
            "ü",
            "a.",
            "foo.localhost",
            "10.9.9.9",
            "longname-with-dashes.example.org");
    private static final List<String> ASKED = IntStream.concat(IntStream.range(0, NAMES.size()), IntStream.of(-1, -2))
            .mapToObj(i -> i >= 0 ? NAMES.get(i) : i == -1 ? "none.test" : "127.1")
            .toList();

    @TempDir
    static Path folder;

    private static Path glibc;
    private static Path musl;
    private static DatagramSocket nameServer;

    /** musl asks it for what is not in the file, and would wait a second for nobody. It knows no name at all. */
    @BeforeAll
    static void startNameServer() {
        try {
            nameServer = new DatagramSocket(new InetSocketAddress("127.0.0.99", 53));
        } catch (IOException e) {
            // Whoever may not bind port 53 may not mount either.
            return;
        }
        Thread thread = new Thread(RealResolversTests::denyAllNames);
        thread.setDaemon(true);
        thread.start();
    }

    private static void denyAllNames() {
        byte[] bytes = new byte[512];
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(bytes, bytes.length);
                nameServer.receive(question);
                bytes[2] |= (byte) 0x80;
                bytes[3] = (byte) 0x83;
                nameServer.send(question);
            }
        } catch (IOException e) {
            // It was closed: the tests are over.
        }
    }

    @AfterAll
    static void stopNameServer() {
        if (nameServer != null) {
            nameServer.close();
        }
    }

    @BeforeAll
    static void compile() throws Exception {
        glibc = compiled("gcc", "glibc");
        musl = compiled("musl-gcc", "musl");
    }

    /** Null where there is no such compiler. */
    private static Path compiled(String compiler, String name) throws Exception {
        Path program = folder.resolve(name);
        List<String> command =
                new ArrayList<>(List.of(compiler, "-o", program.toString(), "src/test/resources/hosts/getaddrinfo.c"));
        if (name.equals("musl")) {
            command.add("-static");
        }
        try {
            return new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    ? program
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static List<String> ask(Path hosts, boolean multi, Path program) throws Exception {
        Path hostConf = Files.writeString(folder.resolve("host.conf"), "multi " + (multi ? "on" : "off") + "\n");
        Path nobody = Files.writeString(
                folder.resolve("resolv.conf"), "nameserver 127.0.0.99\noptions timeout:1 attempts:1\n");
        Path nsswitch = Files.writeString(folder.resolve("nsswitch.conf"), "hosts: files\n");
        String script = """
                mount --make-rprivate / || exit 9
                for name in hosts host.conf resolv.conf nsswitch.conf; do
                  [ -e /etc/$name ] || : > /etc/$name
                  mount --bind "$1" /etc/$name || exit 9
                  shift
                done
                exec "$1"
                """;
        return run(List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                script,
                "sh",
                hosts.toString(),
                hostConf.toString(),
                nobody.toString(),
                nsswitch.toString(),
                program.toString()));
    }

    private static List<String> run(List<String> command) throws Exception {
        Path names = Files.write(folder.resolve("names"), ASKED);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectInput(names.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            assumeTrue(lines.size() == ASKED.size(), "needs root, unshare and mount");
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Resolvers ours(Path hosts, boolean multi) throws IOException {
        ResolverSettings settings = ResolverSettings.of(
                Libc.GLIBC,
                "hosts: files\n",
                multi ? "multi on\n" : "multi off\n",
                "",
                false,
                InterfaceAddresses.read(),
                InterfaceIndices.read(),
                "box");
        return new Resolvers(HostsFile.parse(Files.readAllBytes(hosts)), settings, SourceAddress::towards);
    }

    private static String texts(List<IpAddress> addresses) {
        return addresses.stream().map(RealResolversTests::plain).collect(Collectors.joining(" "));
    }

    /** The zone is told by {@code sin6_scope_id}, which the programs do not print. */
    private static String plain(IpAddress address) {
        return address.withoutZone().text();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void glibcAndMuslSayWhatWeSayTheySay(long seed) throws Exception {
        assumeTrue(glibc != null, "needs a C compiler");
        Path hosts = randomFile(seed);
        boolean multi = seed % 3 != 0;
        Resolvers ours = ours(hosts, multi);
        List<String> saysGlibc = ask(hosts, multi, glibc);
        for (int i = 0; i < ASKED.size(); i++) {
            ResolverAnswer answer = ours.glibc(ASKED.get(i));
            String expected = texts(answer.any()) + "|" + texts(answer.ipv4()) + "|" + texts(answer.ipv6());
            assertThat(saysGlibc.get(i)).as(ASKED.get(i) + " to glibc").isEqualTo(expected);
        }
        if (musl != null) {
            List<String> saysMusl = ask(hosts, multi, musl);
            for (int i = 0; i < ASKED.size(); i++) {
                assertThat(saysMusl.get(i).split("\\|", -1)[0])
                        .as(ASKED.get(i) + " to musl")
                        .isEqualTo(texts(ours.musl(ASKED.get(i)).any()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void javaSaysWhatWeSayItSays(long seed) throws Exception {
        Path hosts = randomFile(seed);
        Resolvers ours = ours(hosts, true);
        List<String> says = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                JavaLookups.class.getName()));
        for (int i = 0; i < ASKED.size(); i++) {
            assertThat(says.get(i))
                    .as(ASKED.get(i))
                    .isEqualTo(texts(ours.jvm(ASKED.get(i)).any()));
        }
    }

    @Test
    void muslIsAmongThemWhereItsCompilerIs() {
        assumeTrue(musl != null, "needs musl-gcc (Debian: musl-tools)");
        assertThat(musl).isExecutable();
    }

    private static Path randomFile(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            line(random, text);
            text.append(random.nextInt(20) == 0 ? "\r\n" : "\n");
        }
        if (seed % 2 == 0) {
            text.setLength(text.length() - 1);
        }
        String start = seed % 7 == 0 ? "\ufeff" : "";
        return Files.writeString(folder.resolve("hosts-" + seed), start + text);
    }

    private static void line(Random random, StringBuilder text) {
        int kind = random.nextInt(12);
        if (kind < 2) {
            text.append(kind == 0 ? "" : "# 1.2.3.4 a");
            return;
        }
        text.append(any(random, List.of("", "", "", "", "", " ", "\t", "   "))).append(any(random, ADDRESSES));
        int names = random.nextInt(20) == 0 ? 70 : random.nextInt(4);
        for (int i = 0; i < names; i++) {
            text.append(any(random, List.of(" ", "\t", "  ", " \t ", "\u000b", "\f", " \r")))
                    .append(any(random, NAMES));
        }
        text.append(any(random, List.of("", "", "", " ", "\t", "#c", " # a b", "\0")));
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
