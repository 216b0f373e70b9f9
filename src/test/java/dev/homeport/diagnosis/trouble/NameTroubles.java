package dev.homeport.diagnosis.trouble;

import static dev.homeport.diagnosis.trouble.Trouble.of;

import dev.homeport.diagnosis.cause.CauseCode;
import java.util.List;

/** Troubles with names, and with addresses that are not this machine's. */
public final class NameTroubles {

    private static final String USUAL = "127.0.0.1 localhost\n::1 localhost\n";

    private NameTroubles() {}

    /** All of them, each by itself. */
    public static List<Trouble> all() {
        return List.of(
                of("foreign", "198.51.100.7:%d", CauseCode.FOREIGN_ADDRESS, scene -> {}),
                of(
                        "name elsewhere",
                        "elsewhere.test:%d",
                        CauseCode.FOREIGN_ADDRESS,
                        scene -> scene.hosts(USUAL + "10.9.9.9 elsewhere.test\n")),
                of("name unknown", "nobody.test:%d", CauseCode.NAME_UNRESOLVED, scene -> scene.listening("127.0.0.1")),
                of("localhost elsewhere", "localhost:%d", CauseCode.NAME_NOT_LOOPBACK, scene -> {
                    scene.listening("127.0.0.1");
                    scene.hosts("10.9.9.9 localhost\n");
                }),
                of("name and address swapped", "app.test:%d", CauseCode.HOSTS_BROKEN, scene -> {
                    scene.listening("127.0.0.1");
                    scene.hosts(USUAL + "app.test 127.0.0.1\n");
                }),
                of("no blank between them", "app.test:%d", CauseCode.HOSTS_BROKEN, scene -> {
                    scene.listening("127.0.0.1");
                    scene.hosts(USUAL + "127.0.0.1app.test\n");
                }),
                of("a wildcard", "app.test:%d", CauseCode.HOSTS_BROKEN, scene -> {
                    scene.listening("127.0.0.1");
                    scene.hosts(USUAL + "127.0.0.1 *.test\n");
                }),
                of("a byte order mark", "app.test:%d", CauseCode.HOSTS_BROKEN, scene -> {
                    scene.listening("127.0.0.1");
                    scene.hosts("\uFEFF127.0.0.1 app.test\n" + USUAL);
                }));
    }
}
