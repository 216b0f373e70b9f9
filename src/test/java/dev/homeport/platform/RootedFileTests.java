package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root directory that somebody else made. */
class RootedFileTests {

    @TempDir
    Path root;

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "here");
    }

    private void link(String name, String target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    @Test
    void plainFileIsFound() throws IOException {
        Path file = file("etc/hosts");
        assertThat(RootedFile.find(root, "/etc/hosts")).isEqualTo(file);
    }

    @Test
    void absoluteLinkBeginsAtTheirRoot() throws IOException {
        Path file = file("etc/static/hosts");
        link("etc/hosts", "/etc/static/hosts");
        assertThat(RootedFile.find(root, "/etc/hosts")).isEqualTo(file);
    }

    @Test
    void linkToOurFileIsNoFileThere() throws IOException {
        assumeTrue(Files.exists(Path.of("/etc/passwd")), "needs a file of that name here");
        link("etc/hosts", "/etc/passwd");
        assertThatThrownBy(() -> RootedFile.find(root, "/etc/hosts")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nobodyClimbsAboveTheirRoot() throws IOException {
        Path file = file("passwd");
        link("etc/hosts", "../../../../../passwd");
        assertThat(RootedFile.find(root, "/etc/hosts")).isEqualTo(file);
    }

    @Test
    void linkedFoldersAreFollowedToo() throws IOException {
        Path file = file("usr/etc/hosts");
        link("etc", "/usr/etc");
        assertThat(RootedFile.find(root, "/etc/hosts")).isEqualTo(file);
    }

    @Test
    void circleEnds() throws IOException {
        link("etc/hosts", "/etc/other");
        link("etc/other", "/etc/hosts");
        assertThatThrownBy(() -> RootedFile.find(root, "/etc/hosts")).isInstanceOf(NoSuchFileException.class);
    }

    /** A reader would wait for whoever writes into it. */
    @Test
    void pipeIsNoFileThatCanBeRead() throws Exception {
        Files.createDirectories(root.resolve("etc"));
        Process pipe = new ProcessBuilder("mkfifo", root.resolve("etc/hosts").toString()).start();
        assumeTrue(pipe.waitFor() == 0, "needs mkfifo");
        assertThatThrownBy(() -> RootedFile.find(root, "/etc/hosts")).isInstanceOf(NoSuchFileException.class);
    }
}
