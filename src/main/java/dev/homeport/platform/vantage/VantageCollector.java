package dev.homeport.platform.vantage;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.Container;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.Limit;
import dev.homeport.platform.LoopbackAddress;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

/** Takes the {@link Vantage}: names from OSHI, and on Linux namespaces, capabilities and mounts from {@code /proc}. */
final class VantageCollector implements Collector<Vantage> {

    private final SystemInfo system;
    private final OsFamily osFamily;
    private final NamespaceRoot root;
    private final HostProc host;
    private final ProcessSight sight;
    private final OwnContainer ownContainer;

    VantageCollector(SystemInfo system, OsFamily osFamily, NamespaceRoot root, HostProc host) {
        this.host = host;
        this.system = system;
        this.osFamily = osFamily;
        this.root = root;
        this.sight = new ProcessSight(root);
        this.ownContainer = new OwnContainer(root, System.getenv());
    }

    @Override
    public Vantage collect() {
        OperatingSystem os = system.getOperatingSystem();
        boolean elevated = sight.effectiveUserId().map(uid -> uid == 0).orElseGet(os::isElevated);
        Limit ownersHidden = sight.limit(osFamily, elevated).orElse(null);
        Container container = ownContainer.detect().orElse(null);
        return new Vantage(
                osFamily,
                HostileText.clean(os.getFamily() + " " + os.getVersionInfo()),
                hostname(os),
                user(),
                elevated,
                container,
                root.networkNamespace().orElse(null),
                ownersHidden,
                limits(ownersHidden, container));
    }

    /** The kernel's own answer where there is one: OSHI may ask a name server for it. */
    private String hostname(OperatingSystem os) {
        try {
            return HostileText.clean(root.setting("kernel/hostname"));
        } catch (IOException e) {
            return HostileText.clean(os.getNetworkParams().getHostName());
        }
    }

    /** The JVM says {@code ?} for a user id that has no name. */
    private String user() {
        String name = System.getProperty("user.name", "?");
        return name.equals("?")
                ? sight.effectiveUserId().map(uid -> "user id " + uid).orElse("unknown")
                : name;
    }

    private List<Limit> limits(@Nullable Limit ownersHidden, @Nullable Container container) {
        List<Limit> limits = new ArrayList<>();
        Optional.ofNullable(ownersHidden).ifPresent(limits::add);
        if (container != null && host.path().isEmpty()) {
            limits.add(new Limit(
                    "The sockets of the machine that runs this container",
                    "A container has a network of its own, unless it was started with the host's: "
                            + "its 127.0.0.1 is the container itself.",
                    "Start its container with -v /proc:/host/proc:ro, which shows them beside its own, or with "
                            + "--network=host."));
        }
        if (isWsl()) {
            limits.add(new Limit(
                    "The sockets of Windows",
                    "This is the Windows Subsystem for Linux, which has a network of its own beside that of Windows.",
                    "Run Homeport on Windows too, or look once in PowerShell: Get-NetTCPConnection -State Listen"));
        }
        LoopbackAddress.obstacle(IpFamily.IPV6)
                .map(obstacle -> new Limit(
                        "Whether ::1 works",
                        "This process cannot use ::1: " + obstacle + ".",
                        "If the machine has ::1 by now, restart Homeport: Java looks for IPv6 only when it starts."))
                .ifPresent(limits::add);
        return limits;
    }

    /** The kernels of WSL 1 and 2 say so in their release (DOMAIN R1.16). */
    private boolean isWsl() {
        try {
            return root.setting("kernel/osrelease").toLowerCase(Locale.ROOT).contains("microsoft");
        } catch (IOException e) {
            return false;
        }
    }
}
