package dev.homeport.diagnosis.trouble;

import static dev.homeport.net.IpFamily.IPV6;

import dev.homeport.NativeSocket;
import dev.homeport.diagnosis.cause.CauseCode;
import java.util.List;

/** Troubles of a network namespace in which loopback has never been up, one after the other. */
public final class BareTroubles {

    private BareTroubles() {}

    /** The second begins where the first is cured: Java stays without IPv6. */
    public static List<Trouble> all() {
        return List.of(
                Trouble.of("never up", "127.0.0.1:%d", CauseCode.LO_NEVER_UP, scene -> scene.listening("127.0.0.1")),
                new Trouble("Java without IPv6", "[::1]:%d", "reach", CauseCode.JVM_WITHOUT_IPV6, "null", scene -> {
                    Scene.run("ip link set lo up");
                    scene.keep(NativeSocket.tcp(IPV6).bind("::1", scene.port())).listen(500);
                }));
    }
}
