package dev.homeport.localhost;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** A proxy that is asked even for what is on this machine (DOMAIN R3.20). */
final class ProxyRules {

    private ProxyRules() {}

    static List<Finding> findings(Proxies proxies) {
        if (!proxies.catchesLoopback()) {
            return List.of();
        }
        String caught = proxies.targets().stream()
                .filter(Proxies.Target::isCaught)
                .map(Proxies.Target::host)
                .collect(Collectors.joining(", "));
        return List.of(new Finding(
                "proxy-catches-localhost",
                Severity.WARNING,
                "localhost",
                "Requests to " + caught + " go to a proxy.",
                "curl, Python and others ask the proxy for what is on this machine; it has a localhost of its own, or "
                        + "refuses. Browsers pass by it. These are the settings that Homeport was started with.",
                proxies.variables().stream()
                        .map(variable ->
                                new Evidence(variable.name() + "=" + variable.proxy(), "Homeport's own environment"))
                        .toList(),
                new Fix(
                        "export no_proxy=\"localhost,127.0.0.1,::1${no_proxy:+,$no_proxy}\"",
                        "for this shell and what is started from it"),
                "/localhost#proxies"));
    }
}
