package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserNamesTests {

    private static final FileTime NOON = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path folder;

    private Path file;
    private UserNames names;

    @BeforeEach
    void oneUserIsKnown() throws IOException {
        file = written("passwd", "postgres:x:999:999::/var/lib/postgresql:/bin/sh");
        names = new UserNames(file);
    }

    @Test
    void userIsKnownByTheNameOfTheFile() {
        assertThat(names.nameOf("999")).contains("postgres");
        assertThat(names.describe("1000")).isEqualTo("user id 1000");
    }

    @Test
    void changedFileIsReadAgain() throws IOException {
        names.nameOf("999");
        Files.writeString(file, "redis:x:999:999::/:/bin/sh");
        Files.setLastModifiedTime(file, FileTime.fromMillis(NOON.toMillis() + 1));
        assertThat(names.nameOf("999")).contains("redis");
    }

    @Test
    void fileThatIsBackUnchangedIsReadAgain() throws IOException {
        names.nameOf("999");
        Path away = Files.move(file, folder.resolve("away"));
        assertThat(names.nameOf("999")).isEmpty();
        Files.move(away, file);
        assertThat(names.nameOf("999")).contains("postgres");
    }

    @Test
    void otherFileOfTheSameAgeIsReadToo() throws IOException {
        AtomicReference<Path> where = new AtomicReference<>(file);
        UserNames moving = new UserNames(() -> Optional.of(where.get()));
        moving.nameOf("999");
        where.set(written("passwd-of-another", "redis:x:999:999::/:/bin/sh"));
        assertThat(moving.nameOf("999")).contains("redis");
    }

    private Path written(String name, String line) throws IOException {
        Path written = Files.writeString(folder.resolve(name), line + "\n");
        return Files.setLastModifiedTime(written, NOON);
    }
}
