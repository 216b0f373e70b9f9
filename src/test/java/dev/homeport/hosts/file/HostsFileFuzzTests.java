package dev.homeport.hosts.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes are a file, and every byte of it is on exactly one line. The seeds are fixed: what fails, fails again. */
class HostsFileFuzzTests {

    private static final int LARGE = 10 << 20;
    private static final byte[] TOKENS = "127.0.0.1 ::1\t#a.b\r\n\n\n \u000bz*_-:%/[]\0\u001b".getBytes();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomBytesLoseNoLine(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            check(bytes);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = TOKENS[Math.floorMod(bytes[at], TOKENS.length)];
            }
            check(bytes);
        }
    }

    private static void check(byte[] bytes) {
        HostsFile file = HostsFile.parse(bytes.clone());
        int kinds = Arrays.stream(LineKind.values()).mapToInt(file::count).sum();
        assertThat(kinds).isEqualTo(file.lines());
        IntStream.rangeClosed(1, file.lines()).mapToObj(file::line).forEach(line -> {
            assertThat(line.text()).isNotNull();
            line.names().forEach(name -> file.linesNaming(name).count());
        });
        assertThat(joined(file.asRead(), bytes)).isEqualTo(bytes);
    }

    /** The lines, put together again. */
    private static byte[] joined(HostsFile file, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean ended = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        for (int number = 1; number <= file.lines(); number++) {
            all.writeBytes(file.bytes(number));
            if (number < file.lines() || ended) {
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    @Test
    void tenMegabytesOfOneNameAreRead() {
        assertThat(file("a ").names()).isEqualTo(1);
    }

    @Test
    void tenMegabytesOfLineEndsAreRead() {
        assertThat(file("\n").lines()).isEqualTo(LARGE);
    }

    @Test
    void tenMegabytesOfOneWordAreRead() {
        assertThat(file("x").count(LineKind.MALFORMED)).isEqualTo(1);
    }

    @Test
    void tenMegabytesOfOneEntryAgainAndAgainAreRead() {
        HostsFile file = file("127.0.0.1 a\n");
        assertThat(file.linesNaming("a").count()).isEqualTo(file.count(LineKind.ENTRY));
    }

    @Test
    void tenMegabytesOfAnythingAreRead() {
        byte[] bytes = new byte[LARGE];
        new Random(7).nextBytes(bytes);
        HostsFile file = HostsFile.parse(bytes);
        assertThat(Arrays.stream(LineKind.values()).mapToInt(file::count).sum()).isEqualTo(file.lines());
    }

    private static HostsFile file(String pattern) {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pattern.charAt(i % pattern.length());
        }
        return HostsFile.parse(bytes);
    }
}
