package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/usr/bin/docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip 172.17.0.2 "
                        + "-container-port 80 | 8080 | container at 172.17.0.2:80",
                "/usr/bin/docker-proxy -proto tcp -host-ip :: -host-port 8080 -container-ip fd00::2 "
                        + "-container-port 80 -use-listen-fd | 8080 | container at [fd00::2]:80",
                "ssh -N -L 5432:db.internal:5432 bastion | 5432 | db.internal:5432 through bastion",
                "ssh -fNL8080:localhost:80 -p 2222 alice@box | 8080 | localhost:80 through alice@box",
                "ssh -L 127.0.0.1:8080:[fd00::5]:80 -i key box | 8080 | [fd00::5]:80 through box",
                "ssh -L [::1]:8080:web:80 box | 8080 | web:80 through box",
                "ssh -D 1080 box | 1080 | wherever the client asks (SOCKS), through box",
                "kubectl port-forward svc/web 8080:80 | 8080 | svc/web, port 80",
                "kubectl port-forward --token abc pod/web 8080:80 | 8080 | pod/web, port 80",
                "kubectl port-forward web-5d9c 8080:80 | 8080 | web-5d9c, port 80",
                "kubectl -n shop port-forward --address 0.0.0.0 deployment/web 9090 | 9090 | deployment/web, port 9090",
                "/usr/bin/pasta --config-net -t 8080-8080:80-80 -u none --pid x | 8080 "
                        + "| port 80 inside the container's network",
                "pasta -t 127.0.0.1/5000:22 | 5000 | port 22 inside the container's network",
                "rootlesskit --publish=127.0.0.1:8443:443/tcp | 8443 | port 443 inside the container's network",
                "socat TCP-LISTEN:8080,fork,reuseaddr TCP:10.0.0.5:80 | 8080 | TCP:10.0.0.5:80",
                "/lib/systemd/systemd-socket-proxyd 10.0.0.5:80 | 8080 | 10.0.0.5:80",
                "qemu-system-x86_64 -netdev user,id=n,hostfwd=tcp::2222-:22 | 2222 | port 22 of the virtual machine",
                "/usr/bin/conmon --api-version 1 -c 8c9c8a25299404ebb4584ad0f3e35e96b51fb0c25bb90c00c403cee37214655b -n web "
                        + "--exit-dir /run | 9001 | container web of podman (8c9c8a252994)",
            })
    void targetIsReadFromTheArguments(String commandLine, int port, String target) {
        assertThat(at(port, commandLine)).hasValueSatisfying(forwarding -> {
            assertThat(forwarding.target()).isNotNull();
            assertThat(forwarding.target().text()).isEqualTo(target);
            assertThat(ForwardTarget.parse(target)).isEqualTo(forwarding.target());
            assertThat(forwarding.meaning()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slirp4netns --mtu 65520",
                "rootlessport",
                "conmon --api-version 1",
                "com.docker.backend",
                "C:\\Windows\\wslrelay.exe --mode 2",
                "sshd: alice@pts/0",
                "/lib/systemd/systemd --user",
                "dockerd -H fd://",
                "kubectl port-forward pod/x :80",
                "socat TCP-LISTEN:8080,fork EXEC:/usr/bin/mysql",
                "kubectl port-forward --token abc/def 8080:80",
                "ssh -L /tmp/a.sock:/tmp/b.sock box",
            })
    void forwarderWithoutAKnownTargetIsOneStill(String commandLine) {
        assertThat(at(8080, commandLine))
                .hasValueSatisfying(
                        forwarding -> assertThat(forwarding.target()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups",
                "qemu-system-x86_64 -vnc :1",
                "java -jar docker-proxy.jar"
            })
    void otherProgramsServeThemselves(String commandLine) {
        assertThat(at(8080, commandLine)).isEmpty();
    }

    @Test
    void enginesOwnPortIsNoForwarding() {
        assertThat(at(2375, "dockerd -H tcp://0.0.0.0:2375")).isEmpty();
    }

    @Test
    void nameThatTheKernelHasCutIsKnownWithoutArguments() {
        assertThat(Forwarders.of("rootlesskit-doc", List.of())).isPresent();
        assertThat(Forwarders.of(null, List.of())).isEmpty();
    }

    private static Optional<Forwarding> at(int port, String commandLine) {
        List<String> arguments = commandLine.startsWith("sshd: ")
                ? List.of(commandLine)
                : Arrays.asList(commandLine.strip().split(" "));
        return Forwarders.of("main", arguments).flatMap(forwarder -> forwarder.at(port));
    }
}
