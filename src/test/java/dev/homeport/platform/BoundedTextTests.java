package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedTextTests {

    @TempDir
    Path folder;

    @Test
    void fileIsReadAsFarAsItIsAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "0123456789");
        assertThat(BoundedText.of(file)).isEqualTo("0123456789");
        assertThat(BoundedText.of(file, 4)).isEqualTo("0123");
        Files.writeString(file, "x".repeat(100_000));
        assertThat(BoundedText.of(file)).hasSize(65_536);
    }

    @Test
    void bytesThatAreNoTextTakeNothingFromTheRest() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {'a', (byte) 0xff, 'b'});
        assertThat(BoundedText.of(file)).isEqualTo("a\uFFFDb");
    }

    @Test
    void fileThatCannotBeReadIsEmptyUnlessSomebodyWantsToKnow() {
        Path none = folder.resolve("none");
        assertThat(BoundedText.of(none)).isEmpty();
        assertThatIOException().isThrownBy(() -> BoundedText.read(none, 10));
    }
}
