package dev.homeport.interfaces.source;

import dev.homeport.platform.Limit;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The kernel's own account where it is given, else OSHI's, with the reason among its limits: never silently. */
final class FallbackInterfaceSource implements InterfaceSource {

    private final InterfaceSource better;
    private final InterfaceSource fallback;

    FallbackInterfaceSource(InterfaceSource better, InterfaceSource fallback) {
        this.better = better;
        this.fallback = fallback;
    }

    @Override
    public InterfaceTable read() throws IOException {
        try {
            return better.read();
        } catch (IOException e) {
            InterfaceTable table = fallback.read();
            List<Limit> limits =
                    Stream.concat(Stream.of(limit(e)), table.limits().stream()).toList();
            return new InterfaceTable(
                    table.source(), table.links(), table.addresses(), table.localRoutes(), table.routes(), limits);
        }
    }

    private static Limit limit(IOException cause) {
        return new Limit(
                "The kernel's own account of its interfaces (rtnetlink)",
                cause.getMessage() + ". They are read through OSHI instead.",
                "gVisor, WSL 1 and seccomp profiles keep it from programs: run Homeport without such a profile");
    }
}
