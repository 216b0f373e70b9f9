package dev.homeport.localhost;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/localhost}: what {@code localhost} means here.
 *
 * @param path of the hosts file
 * @param file what it says of localhost, in its order
 * @param resolver what decides beside it; null while no hosts file was read
 * @param addresses the loopback addresses: whether this machine has them, and what listens there
 * @param clients by the kind of program: the addresses that it tries, in its order
 * @param ports on which something listens, and how each kind of program fares there
 */
record LocalhostAnswer(
        @JsonUnwrapped ReadingHead head,
        String name,
        String path,
        List<Mapping> file,
        @Nullable Settings resolver,
        List<Loopback> addresses,
        List<Kind> clients,
        List<Port> ports,
        ProxySettings proxies) {

    /** A line of the file. */
    record Mapping(int line, String address) {}

    /** See {@link ResolverSettings}. */
    record Settings(
            String libc, String nsswitch, boolean asksFiles, boolean multi, boolean standardOrder, boolean resolved) {

        static Settings of(ResolverSettings settings) {
            return new Settings(
                    settings.libc().text(),
                    settings.nameServices().text(),
                    settings.nameServices().asksFiles(),
                    settings.multi(),
                    settings.table().isStandard(),
                    settings.resolved());
        }
    }

    /**
     * A loopback address.
     *
     * @param answers whether an interface of this machine has it
     * @param reason why it does not answer; null when it does
     * @param ports on which something listens there
     */
    record Loopback(
            String address, boolean answers, @Nullable String reason, List<Integer> ports) {}

    /** See {@link Client}. */
    record Kind(String id, String programs, List<String> addresses, boolean fallsBack, List<String> below) {}

    /** A port: {@code arrivals} are {@code at-once}, {@code after-fallback}, {@code not-at-all} … by the kind of program. */
    record Port(
            int port,
            @Nullable String service,
            List<String> sockets,
            boolean ipv4,
            boolean ipv6,
            Map<String, String> arrivals) {

        static Port of(LoopbackPort port) {
            Map<String, String> arrivals = new TreeMap<>();
            port.arrivals().forEach((client, arrival) -> arrivals.put(client.text(), arrival.text()));
            return new Port(
                    port.port(),
                    port.service(),
                    port.sockets().stream().map(ListeningSocket::id).toList(),
                    port.answersOnIpv4(),
                    port.answersOnIpv6(),
                    arrivals);
        }
    }

    /** See {@link Proxies}. */
    record ProxySettings(
            List<Proxies.Variable> variables, @Nullable String noProxy, List<String> caught) {

        static ProxySettings of(Proxies proxies) {
            return new ProxySettings(
                    proxies.variables(),
                    proxies.noProxy(),
                    proxies.targets().stream()
                            .filter(Proxies.Target::isCaught)
                            .map(Proxies.Target::host)
                            .toList());
        }
    }

    static LocalhostAnswer of(CurrentLocalhost.Moment moment, String path, Proxies proxies) {
        Optional<Localhost> known = moment.localhost();
        return new LocalhostAnswer(
                ReadingHead.of(moment.lessFresh()),
                LocalhostName.NAME,
                path,
                known.map(LocalhostAnswer::file).orElse(List.of()),
                known.map(localhost -> Settings.of(localhost.hosts().settings()))
                        .orElse(null),
                known.map(LocalhostAnswer::addresses).orElse(List.of()),
                known.map(LocalhostAnswer::clients).orElse(List.of()),
                known.map(localhost -> localhost.ports().stream().map(Port::of).toList())
                        .orElse(List.of()),
                ProxySettings.of(proxies));
    }

    private static List<Mapping> file(Localhost localhost) {
        HostsFile file = localhost.hosts().file();
        return file.entriesNaming(LocalhostName.NAME)
                .mapToObj(file::line)
                .map(line -> new Mapping(line.number(), String.valueOf(line.address())))
                .toList();
    }

    private static List<Loopback> addresses(Localhost localhost) {
        return Stream.of(IpAddress.IPV4_LOOPBACK, IpAddress.IPV6_LOOPBACK)
                .map(address -> loopback(localhost, address))
                .toList();
    }

    private static Loopback loopback(Localhost localhost, IpAddress address) {
        boolean has = localhost.has(address);
        return new Loopback(
                address.text(),
                has,
                has ? null : "No interface of this machine has " + address.text() + ".",
                localhost.portsAnswering(address));
    }

    private static List<Kind> clients(Localhost localhost) {
        return localhost.views().stream()
                .map(view -> new Kind(
                        view.client().text(),
                        view.client().label(),
                        texts(view.addresses()),
                        view.client().fallsBack(),
                        texts(view.below())))
                .toList();
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::text).toList();
    }
}
