package dev.homeport.web.security;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Whether Homeport itself is open to other machines without asking for a token (DOMAIN R10.5). */
@Component
class OpenDashboard implements Findings {

    private final SecurityConfiguration.Access access;
    private final ServerProperties server;

    OpenDashboard(SecurityConfiguration.Access access, ServerProperties server) {
        this.access = access;
        this.server = server;
    }

    @Override
    public List<Finding> now() {
        boolean isOpen = Exposure.of(server.getAddress()) == Exposure.BEYOND
                && access.token().isEmpty();
        return isOpen ? List.of(finding()) : List.of();
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return List.of();
    }

    private Finding finding() {
        String address = String.valueOf(server.getAddress().getHostAddress());
        return new Finding(
                "dashboard-open",
                Severity.ERROR,
                "Homeport itself",
                "Other machines can open this dashboard, and it asks for no token.",
                "It tells whoever opens it what runs on this machine, with command lines and users.",
                List.of(
                        new Evidence("server.address = " + address, "Homeport's settings"),
                        new Evidence("homeport.auth = off", "Homeport's settings")),
                Fix.note(
                        "Leave homeport.auth at auto, so that it asks for a token, or leave server.address unset, so that it "
                                + "listens on loopback alone."),
                null);
    }
}
