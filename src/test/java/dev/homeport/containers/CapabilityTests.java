package dev.homeport.containers;

import static dev.homeport.containers.RunningImage.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What each flag of {@code podman run} shows of the host (DOMAIN R2.31, R2.33, R2.56), and that what it does not show has a
 * reason. All start from nothing: no capability at all.
 */
@Tag("containers")
class CapabilityTests {

    @BeforeAll
    static void build() {
        Podman.buildImage();
        Podman.assumeOnHost();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--volume /proc:/host/proc:ro                                        | no  | no  | no",
                "--volume /proc:/host/proc:ro --volume /etc/hosts:/host/etc/hosts:ro | no  | yes | no",
                "--volume /proc:/host/proc:ro --cap-add SYS_PTRACE                   | no  | no  | no",
                "--volume /proc:/host/proc:ro --user 0:0                             | no  | no  | no",
                "--volume /proc:/host/proc:ro --user 0:0 --cap-add SYS_PTRACE        | yes | yes | no",
                "--volume /proc:/host/proc:ro --user 0:0 --cap-add SYS_PTRACE --cap-add SYS_ADMIN | yes | yes | yes",
                "--pid=host --volume /proc:/host/proc:ro --user 0:0 --cap-add SYS_PTRACE | yes | yes | no",
            })
    void flags(String flags, String owners, String hostsFile, String loopbackTried) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                RunningImage image =
                        RunningImage.published("flags", flags.strip().split("\\s+"))) {
            int port = server.getLocalPort();
            JsonNode host = image.json(
                    "/api/namespaces",
                    now -> listener(now, port)
                            .filter(listener -> owners.equals("no")
                                    || listener.path("process").isString())
                            .filter(listener -> loopbackTried.equals("no")
                                    || host(now).path("loopback").path("mtu").isInt())
                            .isPresent());
            JsonNode listener = listener(host, port).orElseThrow();
            assertThat(listener.path("process").asString("")).isEqualTo(owners.equals("yes") ? "java" : "");
            assertThat(host(host).path("hostsFile").isObject()).isEqualTo(hostsFile.equals("yes"));
            assertThat(host(host).path("loopback").path("mtu").isInt()).isEqualTo(loopbackTried.equals("yes"));
            if (hostsFile.equals("no")) {
                assertThat(host(host).path("reason").asString("")).contains("CAP_SYS_PTRACE", "/host/etc/hosts:ro");
            }
            String sockets = image.json(
                            "/api/sockets?namespace=" + host(host).path("id").asString())
                    .toString();
            assertThat(sockets).contains("\"port\":" + port);
            if (owners.equals("no")) {
                assertThat(sockets).contains("\"owner\":\"hidden\"");
            }
        }
    }

    private static JsonNode host(JsonNode answer) {
        return first(answer.path("namespaces"), "kind", "host").orElseThrow();
    }

    private static Optional<JsonNode> listener(JsonNode answer, int port) {
        return first(answer.path("namespaces"), "kind", "host")
                .flatMap(host -> first(host.path("listeners"), "port", port));
    }
}
