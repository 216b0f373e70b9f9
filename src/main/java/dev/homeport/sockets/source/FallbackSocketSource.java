package dev.homeport.sockets.source;

import dev.homeport.platform.Limit;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The better source where it answers, else the one that works everywhere, with the reason among its limits: never a
 * silent fallback. The better one is asked again each time; where it cannot be opened, that costs next to nothing.
 */
final class FallbackSocketSource implements SocketSource {

    private final SocketSource better;
    private final SocketSource fallback;

    FallbackSocketSource(SocketSource better, SocketSource fallback) {
        this.better = better;
        this.fallback = fallback;
    }

    @Override
    public SocketTable read() throws IOException {
        try {
            return better.read();
        } catch (IOException e) {
            SocketTable table = fallback.read();
            List<Limit> limits =
                    Stream.concat(Stream.of(limit(e)), table.limits().stream()).toList();
            return new SocketTable(table.source(), table.rows(), limits);
        }
    }

    private static Limit limit(IOException cause) {
        return new Limit(
                "The kernel's own account of its sockets (sock_diag)",
                cause.getMessage() + ". The sockets are read through OSHI instead.",
                "gVisor, WSL 1 and seccomp profiles keep it from programs; elsewhere the kernel may want its modules "
                        + "inet_diag, tcp_diag and udp_diag: sudo modprobe -a tcp_diag udp_diag");
    }
}
