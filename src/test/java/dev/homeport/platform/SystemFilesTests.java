package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.net.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of the system, real ones where the machine has them. */
class SystemFilesTests {

    @TempDir
    Path directory;

    @Test
    void kernelSettingIsReadWhole() throws IOException {
        Path file = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        assumeTrue(Files.isReadable(file), "needs Linux");
        EphemeralPorts range = EphemeralPorts.read(NamespaceRoot.own(Path.of("/proc")));
        String[] seen = new String(new ProcessBuilder("cat", file.toString())
                        .start()
                        .getInputStream()
                        .readAllBytes())
                .split("\\s+");
        assertThat(range).isEqualTo(new EphemeralPorts(Integer.parseInt(seen[0]), Integer.parseInt(seen[1])));
    }

    @Test
    void rangeThatCannotBeReadIsTheDynamicPorts() throws IOException {
        assertThat(EphemeralPorts.read(NamespaceRoot.own(directory))).isEqualTo(EphemeralPorts.DYNAMIC);
        Files.createDirectories(directory.resolve("sys/net/ipv4"));
        Files.writeString(directory.resolve("sys/net/ipv4/ip_local_port_range"), "garbage");
        assertThat(EphemeralPorts.read(NamespaceRoot.own(directory))).isEqualTo(EphemeralPorts.DYNAMIC);
    }

    @Test
    void rangeContainsItsEnds() {
        EphemeralPorts range = new EphemeralPorts(32768, 60999);
        assertThat(range.contains(32768)).isTrue();
        assertThat(range.contains(60999)).isTrue();
        assertThat(range.contains(32767)).isFalse();
        assertThat(range.contains(61000)).isFalse();
    }

    @Test
    void userNamesFollowTheFile() throws IOException {
        Path passwd = directory.resolve("passwd");
        Files.writeString(passwd, "root:x:0:0::/root:/bin/sh\nbroken line\nalice:x:1000:1000::/home/alice:/bin/sh\n");
        UserNames names = new UserNames(passwd);
        assertThat(names.nameOf("1000")).contains("alice");
        assertThat(names.nameOf("4711")).isEmpty();
        Files.writeString(passwd, "bob:x:1000:1000::/home/bob:/bin/sh\n");
        Files.setLastModifiedTime(passwd, FileTime.from(4_000_000_000L, TimeUnit.SECONDS));
        assertThat(names.nameOf("1000")).contains("bob");
        Files.delete(passwd);
        assertThat(names.nameOf("1000")).isEmpty();
    }

    @Test
    void interfacesHaveLoopbackAddresses() {
        IpAddress loopback = IpAddress.parse("127.0.0.1").orElseThrow();
        assertThat(InterfaceAddresses.read().interfaceOf(loopback)).isPresent();
        assertThat(InterfaceAddresses.read()
                        .interfaceOf(IpAddress.parse("192.0.2.77").orElseThrow()))
                .isEmpty();
    }
}
