package dev.homeport.platform.proc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupsTests {

    private static final String ID = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12:pids:/docker/ID | docker",
                "0::/system.slice/docker-ID.scope | docker",
                "0::/../docker-ID.scope | docker",
                "0::/system.slice/docker-ID.scope/init.scope | docker",
                "0::/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1_2.slice/cri-containerd-ID.scope | containerd",
                "11:pids:/system.slice/containerd.service/kubepods-besteffort-pod2.slice:cri-containerd:ID | containerd",
                "0::/kubepods/besteffort/pod1/crio-ID | cri-o",
                "0::/kubepods/burstable/pod3/ID | kubernetes",
                "0::/machine.slice/libpod-ID.scope/container | podman",
                "9:cpu:/libpod_parent/libpod-ID | podman",
                "9:perf_event:/ecs/cluster/5a0d5ceddf6c44c1928d367a815d890f/ID | ecs",
                "4:cpu:/lxc/ID | lxc",
            })
    void containerIsNamedByItsGroup(String line, String runtime) {
        assertThat(container(line.replace("ID", ID))).contains(new Container(runtime, ID, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0::/lxc.payload.web, lxc, web",
        "10:perf_event:/lxc/p1, lxc, p1",
        "0::/machine.slice/machine-build\\x2d1.scope, systemd-nspawn, build-1",
        "0::/machine.slice/systemd-nspawn@deb.service/payload, systemd-nspawn, deb",
    })
    void containerOfAnEngineWithoutIdentifiersHasAName(String line, String runtime, String name) {
        assertThat(container(line)).contains(new Container(runtime, null, name));
    }

    @Test
    void innermostContainerCounts() {
        String outer = "f".repeat(64);
        assertThat(container("9:name=systemd:/docker/" + outer + "/docker/" + ID))
                .hasValueSatisfying(container -> assertThat(container.id()).isEqualTo(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This is not valid",
                "0::/",
                "0::/../../init.scope",
                "0::/user.slice/user-1000.slice/session-10.scope",
                "0::/system.slice/docker.service",
                "7:freezer:/path/3741401135a8d27237e2gb9c0gb2ecd93922c0d1dd708345451e479613g8d4ae",
                "0::/kubepods/pod1/crio-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.mount",
                "0::/machine.slice/libpod-conmon-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.scope",
                "0::/machine.slice/machine-qemu\\x2d1\\x2dvm.scope",
            })
    void otherGroupsAreNoContainers(String line) {
        assertThat(container(line)).isEmpty();
    }

    @Test
    void labelIsShort() {
        assertThat(new Container("docker", ID, null).label()).isEqualTo("docker 0123456789ab");
        assertThat(new Container("lxc", null, "web").label()).isEqualTo("lxc web");
        assertThat(new Container(null, null, null).label()).isEqualTo("container");
    }

    @ParameterizedTest
    @CsvSource({
        "0::/system.slice/web.service, web.service",
        "0::/system.slice/system-web.slice/web@1.service/workers, web@1.service",
        "0::/web.service, web.service",
    })
    void serviceIsTheInnermostUnit(String line, String service) {
        assertThat(ControlGroups.parse(line).service()).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0::/",
                "0::/user.slice/user-1000.slice/session-10.scope",
                "0::/user.slice/user-1000.slice/user@1000.service/app.slice/terminal.scope",
            })
    void whatAUserStartedIsNoService(String line) {
        assertThat(ControlGroups.parse(line).service()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0::/app.slice, app.slice",
        "'4:cpu,cpuacct:/app.slice', 'cpu,cpuacct/app.slice'",
        "0::/, ''",
    })
    void processorsAreSharedOutByTheGroupOfThatController(String line, Path group, @TempDir Path mounted)
            throws IOException {
        Path file = Files.createDirectories(mounted.resolve(group.toString())).resolve("cpu.stat");
        assertThat(ControlGroups.parse(line).processorStatistics(mounted)).isEmpty();
        Files.createFile(file);
        assertThat(ControlGroups.parse("9:cpuset:/app.slice\n" + line).processorStatistics(mounted))
                .contains(file);
    }

    @Test
    void groupOutsideOfTheNamespaceIsNotLookedFor(@TempDir Path mounted) throws IOException {
        Files.createFile(Files.createDirectories(mounted.resolve("b")).resolve("cpu.stat"));
        assertThat(ControlGroups.parse("0::/a/../b").processorStatistics(mounted))
                .isEmpty();
    }

    private static Optional<Container> container(String line) {
        return ControlGroups.parse(line).container();
    }
}
