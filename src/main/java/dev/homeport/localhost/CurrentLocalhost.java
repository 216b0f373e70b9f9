package dev.homeport.localhost;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What localhost means at this moment, with the readings that it follows from. */
@Component
class CurrentLocalhost {

    private static final Set<String> OF_LOCALHOST = Set.of("H01", "H02", "H03", "H04", "H05", "H06", "H07", "H32");

    private final CurrentHosts hosts;
    private final CachedCollector<ListeningSockets> sockets;
    private final Proxies proxies = Proxies.of(System.getenv());
    private final Conclusion<Localhost> localhost = new Conclusion<>();
    private final Conclusion<List<Finding>> ofPorts = new Conclusion<>();

    CurrentLocalhost(CurrentHosts hosts, CachedCollector<ListeningSockets> sockets) {
        this.hosts = hosts;
        this.sockets = sockets;
    }

    /**
     * One moment.
     *
     * @param localhost empty while no hosts file has ever been read
     */
    record Moment(Snapshot<Hosts> hosts, Snapshot<ListeningSockets> sockets, Optional<Localhost> localhost) {

        Reading<?> lessFresh() {
            return Reading.lessFresh(hosts.reading(), sockets.reading());
        }

        String revision() {
            return hosts.revision() + "~" + sockets.revision();
        }
    }

    Moment now() {
        Snapshot<Hosts> file = hosts.snapshot();
        Snapshot<ListeningSockets> listening = sockets.snapshot();
        Optional<JudgedHosts> judged = hosts.judged(file.reading());
        return new Moment(file, listening, judged.map(known -> localhost(known, listening)));
    }

    private Localhost localhost(JudgedHosts judged, Snapshot<ListeningSockets> listening) {
        List<ListeningSocket> all =
                listening.reading().latest().map(ListeningSockets::sockets).orElse(List.of());
        return localhost.from(() -> Localhost.of(judged, all), judged, all);
    }

    /** Ports that some do not reach by name. */
    List<Finding> findingsOfPorts(Moment moment) {
        return moment.localhost()
                .map(known -> ofPorts.from(() -> FamilyRules.findings(known), known))
                .orElse(List.of());
    }

    /** What is wrong with the file's lines about localhost, or with the file as a whole. */
    List<Finding> findingsOfFile() {
        return hosts.findingsForAll(
                finding -> OF_LOCALHOST.contains(finding.id()) && finding.severity() != Severity.INFO);
    }

    /** The file that is looked for. */
    String path() {
        return hosts.path();
    }

    Proxies proxies() {
        return proxies;
    }
}
