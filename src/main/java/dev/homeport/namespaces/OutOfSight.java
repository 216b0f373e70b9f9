package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Known;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.Limit;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which network namespaces are not in sight, and what would show them (DOMAIN R2.56). */
final class OutOfSight {

    private static final String HOST = "The loopback of the host";

    private OutOfSight() {}

    static List<Limit> limits(Optional<Vantage> here, HostProc host, List<Sight> others) {
        List<Limit> limits = new ArrayList<>();
        if (here.map(Vantage::osFamily).filter(os -> os != OsFamily.LINUX).isPresent()) {
            limits.add(new Limit(
                    "The loopbacks of containers and virtual machines",
                    "Network namespaces are Linux's; on this system containers run in a virtual machine, out of sight.",
                    "Run Homeport there too, and name it here: homeport.peers.<name>=http://…"));
            return limits;
        }
        boolean inContainer = here.map(Vantage::container).isPresent();
        if (host.path().isEmpty() && host.chosen()) {
            limits.add(new Limit(
                    HOST,
                    "homeport.host.proc is " + host.place() + ", and no proc file system that may be read is there.",
                    "Mount it: docker run -v /proc:" + host.place() + ":ro"));
        } else if (host.path().isEmpty() && inContainer) {
            limits.add(new Limit(
                    HOST,
                    "A container sees its own processes alone, and no other network than theirs.",
                    "Let it read the host's processes: docker run -v /proc:/host/proc:ro …"));
        }
        others.stream()
                .filter(sight ->
                        sight.hosts().value() == null && sight.namespace().kind() == Kind.HOST)
                .flatMap(sight -> Optional.ofNullable(sight.hosts().reason()).stream())
                .map(reason ->
                        new Limit("The host's hosts file", reason, "docker run -v /etc/hosts:/host/etc/hosts:ro …"))
                .forEach(limits::add);
        return limits;
    }

    /** A namespace that has a name, and no process through which anything of it could be read. */
    static Sight empty(NetworkNamespace namespace) {
        String reason =
                "No process that may be seen is in it, and /proc shows network namespaces through processes alone.";
        return new Sight(
                namespace,
                null,
                null,
                Known.not(reason),
                Known.not(reason),
                Known.not(reason),
                Known.not(reason),
                Known.not(reason));
    }
}
