package dev.homeport.sockets;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.SocketRow;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why no process is named for a socket (DOMAIN R2.31 to R2.42). */
final class UnseenOwner {

    private static final String NOBODY =
            "No process holds it: the kernel itself does, or a process outside this process "
                    + "namespace, or it is on its way from one process to another (R2.40).";

    private static final String STILL_LOOKING = "Homeport has not looked through all processes yet.";

    /** R2.41; the ports are habits, not rules. */
    private static final Map<Integer, String> KERNEL_UDP_PORTS = Map.of(
            1701, "L2TP",
            2049, "NFS",
            4789, "VXLAN",
            6081, "Geneve",
            8472, "VXLAN",
            51820, "WireGuard");

    private static final Map<Integer, String> KERNEL_TCP_PORTS = Map.of(2049, "NFS");

    private static final IpAddress DOCKER_DNS = IpAddress.ipv4(127 << 24 | 11);

    private UnseenOwner() {}

    /**
     * The owner of a socket for which no process was found.
     *
     * @param isSought whether there are processes that have not been looked at
     * @param vantage what Homeport may see
     */
    static Owner of(SocketRow row, boolean isSought, Reading<Vantage> vantage, @Nullable SocketUser user) {
        Optional<Vantage> known = vantage.latest();
        if (isSought) {
            return Owner.hidden(STILL_LOOKING, user);
        } else if (known.isEmpty()) {
            return Owner.hidden(vantage.whyNotFresh().orElse(STILL_LOOKING), user);
        } else if (row.address().unmapped().equals(DOCKER_DNS) && known.get().container() != null) {
            return Owner.hidden(
                    "This is Docker's own name server for the container: dockerd on the host holds it.", user);
        }
        Optional<Limit> hidden = known.get().whyOwnersHide();
        return hidden.map(limit -> Owner.hidden(limit.why(), user))
                .orElseGet(() -> Owner.kernel(NOBODY + habit(row), user));
    }

    private static String habit(SocketRow row) {
        String what = (row.protocol() == Protocol.UDP ? KERNEL_UDP_PORTS : KERNEL_TCP_PORTS).get(row.port());
        return what == null ? "" : " The kernel's " + what + " uses this port.";
    }
}
