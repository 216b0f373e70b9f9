package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Details of a process through OSHI, on systems that have no {@code /proc}. Its sentinels end here. */
public final class OshiProcess {

    private final OperatingSystem os;

    public OshiProcess(OperatingSystem os) {
        this.os = os;
    }

    /** Those of the process that has this id now. */
    public ProcessDetails read(int pid) {
        OSProcess process = os.getProcess(pid);
        if (process == null) {
            return ProcessDetails.unknown(pid);
        }
        String name = known(HostileText.clean(process.getName()));
        return new ProcessDetails(
                pid,
                name,
                known(HostileText.clean(process.getUser())),
                known(SecretMask.mask(process.getArguments())),
                startedAt(process),
                null,
                Forwarders.of(name, process.getArguments()).orElse(null));
    }

    private static @Nullable Instant startedAt(OSProcess process) {
        return ProcessHandle.of(process.getProcessID())
                .flatMap(handle -> handle.info().startInstant())
                .orElseGet(() -> process.getStartTime() > 0 ? Instant.ofEpochMilli(process.getStartTime()) : null);
    }

    /** OSHI says "" or "unknown" for what it could not read. */
    private static @Nullable String known(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("unknown") ? null : text;
    }
}
