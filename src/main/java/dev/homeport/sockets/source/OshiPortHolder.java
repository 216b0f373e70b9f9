package dev.homeport.sockets.source;

import dev.homeport.net.Protocol;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import dev.homeport.processes.KnownProcesses;
import dev.homeport.processes.OshiProcess;
import dev.homeport.processes.ProcessDetails;
import java.nio.file.Path;
import java.util.List;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

/** Who listens on a TCP port, asked once and at once: for the start that fails because the port is taken. */
public final class OshiPortHolder {

    /** At this time of the start, settings are not known. */
    private static final Path PROC = Path.of("/proc");

    private OshiPortHolder() {}

    /** The processes that may be seen to listen on {@code port}; empty when none may. */
    public static List<ProcessDetails> of(int port, OsFamily osFamily) {
        OperatingSystem os = new SystemInfo().getOperatingSystem();
        var processes =
                new KnownProcesses(osFamily, PROC, new UserNames(Path.of("/etc/passwd")), new OshiProcess(os)::read);
        return new OshiSocketSource(os.getInternetProtocolStats(), osFamily)
                .read().rows().stream()
                        .filter(row -> row.protocol() == Protocol.TCP && row.port() == port)
                        .flatMap(row -> row.pids().stream())
                        .distinct()
                        .map(processes::process)
                        .toList();
    }
}
