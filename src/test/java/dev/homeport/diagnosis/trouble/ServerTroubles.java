package dev.homeport.diagnosis.trouble;

import static dev.homeport.diagnosis.trouble.Trouble.listen;
import static dev.homeport.diagnosis.trouble.Trouble.of;
import static dev.homeport.diagnosis.trouble.Trouble.reached;
import static dev.homeport.net.IpFamily.IPV4;

import dev.homeport.NativeSocket;
import dev.homeport.diagnosis.cause.CauseCode;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Troubles behind a socket, and where there is none: servers, their processes, what they speak. */
public final class ServerTroubles {

    private static final String IPV4_TARGET = "127.0.0.1:%d";
    private static final String WEB = "http://127.0.0.1:%d/";
    private static final String SECURE = "https://127.0.0.1:%d/";

    private ServerTroubles() {}

    /** All of them, each by itself. */
    public static List<Trouble> all() {
        return List.of(
                of("nothing", "localhost:%d", CauseCode.NOTHING_LISTENS, scene -> {}),
                reached("well", "localhost:%d", CauseCode.REACHABLE, scene -> scene.server("::", scene.port())),
                reached(
                        "ipv4 alone, by name",
                        "localhost:%d",
                        CauseCode.OTHER_FAMILY_ONLY,
                        scene -> scene.server("127.0.0.1", scene.port())),
                reached("web", WEB, CauseCode.REACHABLE, ServerTroubles::web),
                reached("web over TLS", SECURE, CauseCode.REACHABLE, ServerTroubles::secure),
                reached("a banner", IPV4_TARGET, CauseCode.REACHABLE, ServerTroubles::banner),
                of("TLS asked plainly", WEB, CauseCode.TLS_MISMATCH, ServerTroubles::secure),
                of("plain asked by TLS", SECURE, CauseCode.TLS_MISMATCH, ServerTroubles::web),
                of("another protocol", WEB, CauseCode.PROTOCOL_MISMATCH, ServerTroubles::banner),
                of(
                        "silence",
                        WEB,
                        CauseCode.SERVER_SILENT,
                        scene -> scene.program(List.of(), Waiter.class, "" + scene.port())),
                of("closes", IPV4_TARGET, CauseCode.SERVER_CLOSES, ServerTroubles::closing),
                of("closes on a question", WEB, CauseCode.SERVER_CLOSES, ServerTroubles::closing),
                of("stopped", IPV4_TARGET, CauseCode.PROCESS_STOPPED, ServerTroubles::stopped),
                of("stopped, asked", WEB, CauseCode.PROCESS_STOPPED, scene -> {
                    Process server = scene.program(List.of(), WebServer.class, "" + scene.port(), "0");
                    Scene.run("kill -STOP " + server.pid());
                }),
                of("queue", IPV4_TARGET, CauseCode.ACCEPT_QUEUE_FULL, ServerTroubles::fullQueue),
                of("throttled", WEB, CauseCode.SLOW, Quota::throttled),
                of(
                        "udp",
                        IPV4_TARGET,
                        CauseCode.PROTOCOL_MISMATCH,
                        scene -> scene.keep(NativeSocket.udp(IPV4)).bind("127.0.0.1", scene.port())),
                of(
                        "held",
                        IPV4_TARGET,
                        CauseCode.PORT_HELD_NOT_LISTENING,
                        scene -> scene.tcp4().bind("127.0.0.1", scene.port())),
                of(
                        "another port",
                        IPV4_TARGET,
                        CauseCode.OTHER_PORT_SAME_PROCESS,
                        scene -> scene.program(
                                List.of(), Waiter.class, "" + (scene.port() + 1000), "--port=" + scene.port())),
                of(
                        "another namespace",
                        IPV4_TARGET,
                        CauseCode.OTHER_NAMESPACE,
                        scene -> scene.program(
                                List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh"),
                                Waiter.class,
                                "" + scene.port())),
                of(
                        "a forwarder to nowhere",
                        IPV4_TARGET,
                        CauseCode.FORWARDER_DEAD_TARGET,
                        scene -> forwarder(scene, 1)),
                reached(
                        "a forwarder that leads somewhere",
                        IPV4_TARGET,
                        CauseCode.REACHABLE,
                        scene -> forwarder(scene, scene.server("127.0.0.1", 0).getLocalPort())),
                of("a UNIX socket", IPV4_TARGET, CauseCode.UNIX_SOCKET_CLIENT, ServerTroubles::unixSocket),
                reached(
                        "a bad port",
                        "http://127.0.0.1:6667/",
                        CauseCode.BROWSER_POLICY,
                        scene -> scene.serving(scene.server("127.0.0.1", 6667), Scene::http)),
                listen("free", IPV4_TARGET, CauseCode.PORT_FREE, scene -> {}),
                listen(
                        "taken",
                        IPV4_TARGET,
                        CauseCode.PORT_IN_USE,
                        scene -> scene.program(List.of(), Waiter.class, "" + scene.port())),
                listen(
                        "taken by the wildcard",
                        IPV4_TARGET,
                        CauseCode.PORT_IN_USE,
                        scene -> scene.process(List.of("socat", "TCP-LISTEN:" + scene.port() + ",reuseaddr", "PIPE"))),
                listen(
                        "held, to listen",
                        IPV4_TARGET,
                        CauseCode.PORT_HELD_NOT_LISTENING,
                        scene -> scene.program(List.of(), Holder.class, "" + scene.port())),
                listen("not this machine's", "198.51.100.7:%d", CauseCode.FOREIGN_ADDRESS, scene -> {}),
                listen("a client's port", IPV4_TARGET, CauseCode.PORT_IN_USE, scene -> {
                    int server = scene.server("127.0.0.1", 0).getLocalPort();
                    scene.keep(NativeSocket.tcp(IPV4).bind("127.0.0.1", scene.port()))
                            .connect("127.0.0.1", server);
                }),
                listen(
                        "privileged",
                        "127.0.0.1:81",
                        CauseCode.PRIVILEGED_PORT,
                        scene -> scene.shell("true", "sysctl -qw net.ipv4.ip_unprivileged_port_start=1024")));
    }

    private static void web(Scene scene) throws Exception {
        scene.serving(scene.server("127.0.0.1", scene.port()), Scene::http);
    }

    private static void secure(Scene scene) throws Exception {
        ServerSocket server =
                Certificate.sockets().createServerSocket(scene.port(), 50, InetAddress.getByName("127.0.0.1"));
        scene.atEnd(server::close);
        scene.serving(server, Scene::http);
    }

    private static void banner(Scene scene) throws Exception {
        scene.serving(scene.server("127.0.0.1", scene.port()), (in, out) -> {
            Scene.say(out, "SSH-2.0-OpenSSH_9.2\r\n");
            in.transferTo(OutputStream.nullOutputStream());
        });
    }

    private static void closing(Scene scene) throws Exception {
        scene.serving(scene.server("127.0.0.1", scene.port()), (in, out) -> {});
    }

    static void fullQueue(Scene scene) throws Exception {
        scene.tcp4().bind("127.0.0.1", scene.port()).listen(1);
        for (int i = 0; i < 2; i++) {
            scene.atEnd(new Socket("127.0.0.1", scene.port())::close);
        }
    }

    /** A server of its own process, so that it alone is stopped. */
    static void stopped(Scene scene) throws Exception {
        Process server = scene.program(List.of(), Waiter.class, "" + scene.port());
        Scene.run("kill -STOP " + server.pid());
    }

    private static void forwarder(Scene scene, int to) throws Exception {
        scene.process(List.of(
                "socat", "TCP-LISTEN:" + scene.port() + ",bind=127.0.0.1,fork,reuseaddr", "TCP:127.0.0.1:" + to));
    }

    private static void unixSocket(Scene scene) throws Exception {
        Path directory = Files.createTempDirectory("homeport-postgresql");
        Path path = directory.resolve(".s.PGSQL." + scene.port());
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        scene.atEnd(() -> {
            server.close();
            Files.delete(path);
            Files.delete(directory);
        });
    }
}
