package dev.homeport.sockets;

import dev.homeport.net.PortNames;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.KnownProcesses;
import dev.homeport.processes.SocketHolders;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.SocketSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whole readings, from the kernel to the value that pages draw, wired as in the program. */
final class Readings {

    private static final Path PROC = Path.of("/proc");
    private static final PortNames PORT_NAMES = PortNames.iana();

    private Readings() {}

    /** A collector that knows nothing of the machine yet. */
    static SocketsCollector collector(SocketSource source) {
        UserNames users = new UserNames(Path.of("/etc/passwd"));
        var processes = KnownProcesses.ofLinux(PROC, users);
        Reading<Vantage> vantage = vantage();
        return new SocketsCollector(
                source,
                new SocketOwners(new SocketHolders(PROC)::of, processes, users),
                PORT_NAMES,
                () -> Surroundings.read(NamespaceRoot.own(PROC)),
                () -> vantage);
    }

    private static Reading<Vantage> vantage() {
        Vantage vantage = new Vantage(OsFamily.LINUX, "Linux", "box", "root", true, null, "1", null, List.of());
        return new Reading.Fresh<>(vantage, Instant.EPOCH, Duration.ZERO);
    }
}
