package dev.homeport.containers;

import static dev.homeport.containers.RunningImage.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.FreePort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The image, built and run by podman: see {@code src/test/containers}. */
@Tag("containers")
class ImageTests {

    private static final String[] HOST_PROC = {"--volume", "/proc:/host/proc:ro"};

    @BeforeAll
    static void build() {
        Podman.buildImage();
    }

    /** By a socket of IPv4: of one of IPv6, {@code /proc} does not tell whether it takes IPv4 too. */
    private static ServerSocket listen(String address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(InetAddress.getByName(address), 0), 5);
        return channel.socket();
    }

    /** What listens on a port, of which there is one, and whether the other side meets it. */
    private static JsonNode met(JsonNode listeners, String where, int port, String side) {
        return first(listeners.path(where), "port", port)
                .orElseThrow()
                .path(side)
                .path(0);
    }

    @Test
    void imageRunsWithoutRootWithoutCapabilitiesAndWithoutWriting() throws Exception {
        try (RunningImage image = RunningImage.published("plain", "--read-only-tmpfs=false")) {
            assertThat(Podman.exec(image.name(), "id", "-u").text()).isEqualTo("10001");
            assertThat(image.status("/actuator/health/lo")).isEqualTo(200);
            assertThat(image.status("/api/sockets")).isEqualTo(401);
            assertThat(image.json("/api/vantage")
                            .path("container")
                            .path("runtime")
                            .asString())
                    .isEqualTo("podman");
            assertThat(Podman.podman("logs", image.name()).output()).doesNotContain("WARN", "ERROR");
        }
    }

    /** It ends with an error where Java would not take the cache. */
    @Test
    void cacheOfClassesIsTaken() {
        assertThat(Podman.once(
                                "java",
                                "@/app/java.options",
                                "-XX:AOTCache=/app/homeport.aot",
                                "-XX:AOTMode=on",
                                "-Dspring.context.exit=onRefresh",
                                "-jar",
                                "/app/homeport.jar")
                        .text())
                .contains("Starting HomeportApplication");
    }

    @Test
    void stopEndsItGracefully() throws Exception {
        try (RunningImage image = RunningImage.published("stopped")) {
            Podman.podman("stop", "--time", "30", image.name()).text();
            assertThat(Podman.inspect(image.name(), "{{.State.ExitCode}}"))
                    .as("128 + SIGTERM")
                    .isEqualTo("143");
            assertThat(Podman.podman("logs", image.name()).output()).contains("Graceful shutdown complete");
        }
    }

    @Test
    void healthFollowsTheContainersLoopback() throws Exception {
        try (RunningImage image = RunningImage.published("broken")) {
            assertThat(Podman.podman("healthcheck", "run", image.name()).exit()).isZero();
            String pid = Podman.inspect(image.name(), "{{.State.Pid}}");
            Podman.run(List.of("nsenter", "-t", pid, "-n", "ip", "link", "set", "lo", "down"))
                    .text();
            image.await(
                    "unhealthy",
                    () -> Podman.podman("healthcheck", "run", image.name()).exit() != 0);
            Podman.run(List.of("nsenter", "-t", pid, "-n", "ip", "link", "set", "lo", "up"))
                    .text();
            image.await(
                    "healthy again",
                    () -> Podman.podman("healthcheck", "run", image.name()).exit() == 0);
        }
    }

    /** T12: no fake equality. */
    @Test
    void withoutTheMountTheHostIsSaidToBeOutOfSight() throws Exception {
        try (RunningImage image = RunningImage.published("alone")) {
            JsonNode answer = image.json("/api/compare");
            assertThat(answer.path("right").isNull()).isTrue();
            assertThat(answer.path("listeners").isNull()).isTrue();
            assertThat(answer.path("sameLoopback").isNull()).isTrue();
            assertThat(answer.path("limits").toString()).contains("-v /proc:/host/proc:ro");
        }
    }

    /** T11, and what the page is there for. */
    @Test
    void hostsServersStandBesideTheContainersOwn() throws Exception {
        Podman.assumeOnHost();
        try (ServerSocket onLoopback = listen("127.0.0.1");
                ServerSocket onAll = listen("0.0.0.0");
                RunningImage image = RunningImage.published("beside", HOST_PROC)) {
            JsonNode answer = image.json(
                    "/api/compare",
                    now -> first(now.path("listeners").path("onlyRight"), "port", onAll.getLocalPort())
                                    .isPresent()
                            && first(now.path("listeners").path("onlyLeft"), "port", image.port())
                                    .isPresent());
            assertThat(answer.path("sameLoopback").asBoolean(true)).isFalse();
            assertThat(answer.path("left").path("kind").asString()).isEqualTo("own");
            assertThat(answer.path("right").path("kind").asString()).isEqualTo("host");
            JsonNode hidden = met(answer.path("listeners"), "onlyRight", onLoopback.getLocalPort(), "right");
            assertThat(hidden.path("fromThere").asString()).isEqualTo("not");
            assertThat(hidden.path("because").asString()).contains("this container’s own loopback");
            assertThat(hidden.path("process").isNull()).as("owners need root").isTrue();
            JsonNode open = met(answer.path("listeners"), "onlyRight", onAll.getLocalPort(), "right");
            assertThat(open.path("fromThere").asString()).isEqualTo("reaches");
            assertThat(answer.path("published").toString()).contains("\"works\":true");
        }
    }

    /** R8.6, R8.7: each prediction is tried, from the container and from the host. */
    @Test
    void whatIsCalledReachableIsReachedAndNothingElse() throws Exception {
        Podman.assumeOnHost();
        try (ServerSocket onLoopback = listen("127.0.0.1");
                ServerSocket onAll = listen("0.0.0.0");
                RunningImage image = RunningImage.published("tried", HOST_PROC)) {
            JsonNode listeners = image.json(
                            "/api/compare",
                            now -> first(now.path("listeners").path("onlyRight"), "port", onAll.getLocalPort())
                                            .isPresent()
                                    && first(now.path("listeners").path("onlyLeft"), "port", image.port())
                                            .isPresent())
                    .path("listeners");
            int tried = 0;
            for (int port : new int[] {onLoopback.getLocalPort(), onAll.getLocalPort()}) {
                JsonNode met = met(listeners, "onlyRight", port, "right");
                for (JsonNode target : met.path("targets")) {
                    assertThat(connectsFromContainer(image, target.asString()))
                            .as("%s", target)
                            .isTrue();
                    tried++;
                }
                assertThat(connectsFromContainer(image, "127.0.0.1:" + port)).isFalse();
            }
            JsonNode own = met(listeners, "onlyLeft", image.port(), "left");
            for (JsonNode target : own.path("targets")) {
                assertThat(connectsFromHere(target.asString())).as("%s", target).isTrue();
                tried++;
            }
            assertThat(tried).as("targets to try").isGreaterThan(2);
            JsonNode gateway = image.json("/api/compare").path("leftToRight").path(0);
            assertThat(connectsFromContainer(
                            image, gateway.path("address").asString() + ":" + onLoopback.getLocalPort()))
                    .as("R8.6: the host's 127.0.0.1 is not at the gateway")
                    .isFalse();
        }
    }

    private static boolean connectsFromContainer(RunningImage image, String target) {
        int colon = target.lastIndexOf(':');
        String address = target.substring(0, colon).replaceAll("[\\[\\]]", "");
        String connect = "exec 3<>/dev/tcp/" + address + "/" + target.substring(colon + 1);
        return Podman.exec(image.name(), "timeout", "3", "bash", "-c", connect).exit() == 0;
    }

    private static boolean connectsFromHere(String target) throws IOException {
        int colon = target.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))),
                    3000);
            return true;
        } catch (SocketTimeoutException | ConnectException e) {
            return false;
        }
    }

    @Test
    void withRootAndTwoCapabilitiesOwnersAndHostsFileOfTheHostAreSeen() throws Exception {
        Podman.assumeOnHost();
        try (ServerSocket server = listen("127.0.0.1");
                RunningImage image = RunningImage.published(
                        "owners",
                        "--volume",
                        "/proc:/host/proc:ro",
                        "--user",
                        "0:0",
                        "--cap-add",
                        "SYS_PTRACE",
                        "--cap-add",
                        "DAC_READ_SEARCH")) {
            JsonNode host = first(
                            image.json(
                                            "/api/namespaces",
                                            now -> first(now.path("namespaces"), "kind", "host")
                                                    .flatMap(one ->
                                                            first(one.path("listeners"), "port", server.getLocalPort()))
                                                    .filter(one ->
                                                            one.path("process").isString())
                                                    .isPresent())
                                    .path("namespaces"),
                            "kind",
                            "host")
                    .orElseThrow();
            assertThat(first(host.path("listeners"), "port", server.getLocalPort())
                            .orElseThrow()
                            .path("process")
                            .asString())
                    .isEqualTo("java");
            assertThat(host.path("id").asString()).matches("\\d+");
            assertThat(host.path("hostsFile").path("lines").asInt()).isPositive();
        }
    }

    /** R8.10: one loopback, and it is said. */
    @Test
    void onTheHostsNetworkTheLoopbackIsTheHosts() throws Exception {
        Podman.assumeOnHost();
        int port = FreePort.find();
        try (RunningImage image = RunningImage.started(
                "host-network",
                port,
                List.of("--network=host", "--env", "SERVER_ADDRESS=127.0.0.1", "--volume", "/proc:/host/proc:ro"))) {
            JsonNode own = image.json("/api/namespaces").path("namespaces").path(0);
            assertThat(own.path("name").asString()).isEqualTo("this container, on the host's network");
            assertThat(first(image.json("/api/namespaces").path("namespaces"), "kind", "host"))
                    .isEmpty();
        }
    }

    /** R8.11. */
    @Test
    void withoutANetworkItIsHealthyOnItsOwnLoopback() throws IOException {
        try (RunningImage image = RunningImage.started("no-network", FreePort.find(), List.of("--network=none"))) {
            assertThat(image.health().output()).contains("200");
        }
    }

    @Test
    void twoOfThemCompareEachOtherOverTheBridge() throws Exception {
        try (RunningImage other = RunningImage.published("peer")) {
            String address = Podman.inspect(other.name(), "{{.NetworkSettings.IPAddress}}");
            try (RunningImage image = RunningImage.published(
                    "asking",
                    "--env",
                    "HOMEPORT_PEERS_OTHER=http://" + address + ":" + other.port() + "/?token=" + RunningImage.TOKEN)) {
                JsonNode answer = image.json(
                        "/api/compare?right=peer:other",
                        now -> now.path("listeners").path("onlyRight").size() > 0);
                assertThat(answer.path("sameLoopback").asBoolean(true)).isFalse();
                JsonNode there = met(answer.path("listeners"), "onlyRight", other.port(), "right");
                assertThat(there.path("fromThere").asString()).isEqualTo("reaches");
                assertThat(there.path("targets").path(0).asString()).isEqualTo(address + ":" + other.port());
                assertThat(answer.toString()).doesNotContain(RunningImage.TOKEN);
            }
        }
    }
}
