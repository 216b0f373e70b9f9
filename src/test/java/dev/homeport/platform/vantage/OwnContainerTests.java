package dev.homeport.platform.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.Container;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DOMAIN R2.60 to R2.62, on a proc file system made of files. */
class OwnContainerTests {

    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String OVERLAY_ROOT = "30 29 0:50 / / rw - overlay overlay rw,lowerdir=/x";
    private static final String DISK_ROOT = "30 29 254:0 / / rw - ext4 /dev/vda rw";

    @TempDir
    Path proc;

    @BeforeEach
    void anOrdinaryProcess() throws IOException {
        Files.createDirectories(proc.resolve("self/root/run"));
        Files.createDirectories(proc.resolve("self/ns"));
        write("mountinfo", DISK_ROOT);
        write("cgroup", "0::/user.slice/session-1.scope");
        processNamespace(NamespaceRoot.FIRST_PROCESS_NAMESPACE);
    }

    @Test
    void ordinaryProcessIsInNoContainer() {
        assertThat(detect(Map.of())).isEmpty();
    }

    @Test
    void dockerContainerHasItsIdFromTheMounts() throws IOException {
        mark("/.dockerenv");
        processNamespace("pid:[4026532999]");
        write("cgroup", "0::/");
        write(
                "mountinfo",
                OVERLAY_ROOT + "\n31 30 254:0 /var/lib/docker/containers/" + ID
                        + "/hostname /etc/hostname rw - ext4 /dev/vda rw");
        assertThat(detect(Map.of())).contains(new Container("docker", ID, null));
    }

    /** Their mount points are seen from out here, and bear their identifiers. */
    @Test
    void containersInsideThisOneDoNotLendItTheirId() throws IOException {
        mark("/.dockerenv");
        String inner = "f".repeat(64);
        write(
                "mountinfo",
                OVERLAY_ROOT + "\n32 30 0:60 / /var/lib/docker/containers/" + inner + "/mounts/shm rw - tmpfs shm rw");
        assertThat(detect(Map.of())).contains(new Container("docker", null, null));
    }

    @Test
    void podmanContainerHasItsIdFromTheCgroup() throws IOException {
        mark("/run/.containerenv");
        processNamespace("pid:[4026532999]");
        write("cgroup", "0::/machine.slice/libpod-" + ID + ".scope");
        assertThat(detect(Map.of("container", "podman"))).contains(new Container("podman", ID, null));
    }

    @Test
    void containerWithTheHostsProcessesIsKnownByItsRoot() throws IOException {
        mark("/.dockerenv");
        write("mountinfo", OVERLAY_ROOT);
        assertThat(detect(Map.of())).contains(new Container("docker", null, null));
    }

    @Test
    void mountWhoseNameIsNoTextHidesNoContainer() throws IOException {
        mark("/.dockerenv");
        byte[] name = (OVERLAY_ROOT + "\n31 30 254:0 / /mnt/caf\u00e9 rw - ext4 /dev/vda rw")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(proc.resolve("self/mountinfo"), name);
        assertThat(detect(Map.of())).contains(new Container("docker", null, null));
    }

    @Test
    void machineMadeFromAnImageIsNoContainer() throws IOException {
        mark("/.dockerenv");
        assertThat(detect(Map.of())).isEmpty();
    }

    @Test
    void podIsCalledKubernetes() throws IOException {
        write("mountinfo", OVERLAY_ROOT);
        write("cgroup", "0::/../cri-containerd-" + ID + ".scope");
        assertThat(detect(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")))
                .contains(new Container("kubernetes", ID, null));
    }

    @Test
    void otherEnginesAreNamedByTheirEnvironment() throws IOException {
        write("mountinfo", "30 29 0:50 /lxc/c1/rootfs / rw - btrfs /dev/sda rw");
        assertThat(detect(Map.of("container", "systemd-nspawn\u001B[31m")))
                .contains(new Container("systemd-nspawn", null, null));
        write("cgroup", "1:name=systemd:/lxc.payload.c1");
        assertThat(detect(Map.of())).contains(new Container("lxc", null, "c1"));
    }

    @Test
    void withoutProcThereIsNoContainerAndNoError() {
        assertThat(new OwnContainer(NamespaceRoot.own(proc.resolve("nowhere")), Map.of()).detect())
                .isEmpty();
    }

    private Optional<Container> detect(Map<String, String> environment) {
        return new OwnContainer(NamespaceRoot.own(proc), environment).detect();
    }

    private void mark(String file) throws IOException {
        Files.createFile(proc.resolve("self/root" + file));
    }

    private void processNamespace(String link) throws IOException {
        Files.deleteIfExists(proc.resolve("self/ns/pid"));
        Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of(link));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(proc.resolve("self").resolve(file), content);
    }
}
