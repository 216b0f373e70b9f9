package dev.homeport.hosts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file that lives. */
class HostsCollectorTests {

    @TempDir
    Path folder;

    private Path file;
    private HostsCollector collector;
    private Instant now = Instant.now();

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        collector = new HostsCollector(
                new HostsPath(file, "/etc/hosts", false),
                OsFamily.LINUX,
                NamespaceRoot.own(Path.of("/proc")),
                () -> Settings.machine().build(),
                () -> now);
    }

    private int entries() throws IOException {
        return collector.collect().file().count(LineKind.ENTRY);
    }

    @Test
    void readingSaysWhatTheFileIs() throws IOException {
        Hosts hosts = collector.collect();
        assertThat(hosts.path()).isEqualTo("/etc/hosts");
        assertThat(hosts.facts().size()).isEqualTo(20);
        assertThat(hosts.digest()).isEqualTo("081ef9d5367595d16e30b4b4549d9f43537320508b4ce0788963e10e4f808857");
    }

    @Test
    void fileThatDidNotChangeIsTheSameReading() throws IOException {
        assertThat(collector.collect()).isEqualTo(collector.collect());
    }

    @Test
    void fileThatIsLeftAloneIsNotReadAgain() throws IOException {
        now = now.plus(Duration.ofMinutes(1));
        Hosts first = collector.collect();
        assertThat(collector.collect().file()).isSameAs(first.file());
    }

    @Test
    void replacedTruncatedAndRemovedFileIsFollowed() throws IOException {
        assertThat(entries()).isEqualTo(1);
        Path other = Files.writeString(folder.resolve("new"), "127.0.0.1 localhost\n10.0.0.1 a\n");
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(entries()).isEqualTo(2);
        Files.writeString(file, "");
        assertThat(entries()).isZero();
        Files.delete(file);
        assertThatThrownBy(this::entries).isInstanceOf(IOException.class).hasMessageContaining("no file /etc/hosts");
        Files.writeString(file, "::1 localhost\n");
        assertThat(entries()).isEqualTo(1);
    }

    /** Two writes within a tick of the file system's clock leave the same size and the same times. */
    @Test
    void secondWriteWithinTheSameTickIsSeen() throws IOException {
        FileTime tick = FileTime.from(now);
        Files.setLastModifiedTime(file, tick);
        assertThat(collector.collect().file().line(1).address()).isEqualTo("127.0.0.1");
        Files.writeString(file, "127.0.0.9 localhost\n");
        Files.setLastModifiedTime(file, tick);
        assertThat(collector.collect().file().line(1).address()).isEqualTo("127.0.0.9");
    }

    @Test
    void whatIsNoFileIsNotRead() throws Exception {
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::entries).hasMessageContaining("is a directory");
        Files.delete(file);
        assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "needs mkfifo");
        assertThatThrownBy(this::entries).hasMessageContaining("neither a file nor a directory");
    }

    @Test
    void fileWithoutPermissionSaysSo() throws IOException {
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root may read everything");
        assertThatThrownBy(this::entries).hasMessageContaining("may not read /etc/hosts");
    }

    @Test
    void fileOfAbsurdSizeIsNotRead() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(HostsCollector.LARGEST + 1);
        }
        assertThatThrownBy(this::entries).hasMessageContaining("more than 16 MiB");
    }

    @Test
    void signatureTellsWhoWroteIt() throws IOException {
        Files.writeString(file, "# Kubernetes-managed hosts file.\n127.0.0.1 localhost\n");
        assertThat(collector.collect().keeper()).isEqualTo(Keeper.KUBERNETES);
        Files.writeString(file, "# written by hand\n127.0.0.1 localhost\n");
        assertThat(collector.collect().keeper()).isNull();
    }

    @Test
    void mountOfContainerEngineIsRecognised() throws IOException {
        Path proc = Files.createDirectories(folder.resolve("proc/self"));
        NamespaceRoot root = NamespaceRoot.own(folder.resolve("proc"));
        Files.writeString(proc.resolve("mountinfo"), """
                22 1 254:1 / / rw - ext4 /dev/vda1 rw
                701 22 254:1 /var/lib/docker/containers/0123abcd/hosts /etc/hosts rw,relatime - ext4 /dev/vda1 rw
                """);
        assertThat(MountedFile.of(root, "/etc/hosts")).isEqualTo(new MountedFile(true, true));
        assertThat(MountedFile.of(root, "/etc/resolv.conf")).isEqualTo(MountedFile.NO);
        Files.writeString(proc.resolve("mountinfo"), "9 1 0:5 /home/me/hosts /etc/hosts rw - ext4 /dev/vda1 rw\n");
        assertThat(MountedFile.of(root, "/etc/hosts")).isEqualTo(new MountedFile(true, false));
    }
}
