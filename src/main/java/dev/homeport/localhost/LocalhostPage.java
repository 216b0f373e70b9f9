package dev.homeport.localhost;

import dev.homeport.finding.Finding;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page about localhost draws.
 *
 *
 * @param localhost null while no hosts file was ever read
 * @param lines of the file that name it
 * @param findings about the file, ports and proxies
 * @param ports the first of those on which something listens
 * @param morePorts how many more there are
 */
record LocalhostPage(
        Reading<Hosts> hosts,
        Reading<ListeningSockets> sockets,
        String path,
        @Nullable Localhost localhost,
        List<HostsLine> lines,
        List<Finding> findings,
        List<LoopbackPort> ports,
        int morePorts,
        Proxies proxies) {

    static LocalhostPage of(
            CurrentLocalhost.Moment moment,
            List<Finding> ofFile,
            List<Finding> ofPorts,
            String path,
            Proxies proxies,
            int limit) {
        Optional<Localhost> known = moment.localhost();
        List<LoopbackPort> ports = known.map(Localhost::ports).orElse(List.of());
        return new LocalhostPage(
                moment.hosts().reading(),
                moment.sockets().reading(),
                path,
                known.orElse(null),
                known.map(LocalhostPage::lines).orElse(List.of()),
                Stream.of(ofFile, ofPorts, ProxyRules.findings(proxies))
                        .flatMap(List::stream)
                        .sorted(Finding.WORST_FIRST)
                        .toList(),
                ports.stream().limit(limit).toList(),
                Math.max(0, ports.size() - limit),
                proxies);
    }

    private static List<HostsLine> lines(Localhost localhost) {
        HostsFile file = localhost.hosts().file();
        return file.linesNaming(LocalhostName.NAME).mapToObj(file::line).toList();
    }

    /** The less fresh of the two readings. */
    public Reading<?> worst() {
        return Reading.lessFresh(hosts, sockets);
    }

    public Client[] clients() {
        return Client.values();
    }

    /** What most programs take it for, as a sentence. */
    public String headline() {
        if (localhost == null) {
            return "What localhost means here is not known yet";
        }
        List<IpAddress> tried = localhost.view(Client.NATIVE).addresses();
        return switch (tried.size()) {
            case 0 -> "Most programs do not know localhost here";
            case 1 -> "localhost is " + tried.get(0).text() + " here";
            default ->
                "localhost is " + tried.get(0).text() + " here, then "
                        + tried.get(1).text();
        };
    }

    /** {@code ::1, then 127.0.0.1}. */
    public static String inTurn(List<IpAddress> addresses) {
        return addresses.stream()
                .map(IpAddress::text)
                .reduce((first, next) -> first + ", then " + next)
                .orElse("");
    }
}
