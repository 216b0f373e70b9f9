package dev.homeport.sockets.source;

import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Allowance;
import java.time.Duration;
import oshi.SystemInfo;

/** The sources as the program wires them, for benchmarks outside of their package. */
public final class BenchmarkSources {

    private BenchmarkSources() {}

    public static SocketSource sockDiag() {
        return new SockDiagSocketSource(new Allowance(2000, Duration.ofNanos(500_000), System::nanoTime));
    }

    public static SocketSource oshi() {
        return new OshiSocketSource(new SystemInfo().getOperatingSystem().getInternetProtocolStats(), OsFamily.LINUX);
    }
}
