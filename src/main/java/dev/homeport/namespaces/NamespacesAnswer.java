package dev.homeport.namespaces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interface;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.platform.Container;
import dev.homeport.platform.Limit;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/namespaces}; what is null is not known, and {@code reason} says why. */
record NamespacesAnswer(@JsonUnwrapped ReadingHead head, List<One> namespaces, List<Limit> limits) {

    /**
     * A network namespace.
     *
     * @param listeners null when they are not known
     * @param hostsFile null when it is not known
     * @param dns name servers in its resolver file; null when it has none, or is not known
     */
    record One(
            String id,
            String kind,
            String name,
            @Nullable Container container,
            List<Integer> pids,
            Loopback loopback,
            @Nullable List<Listener> listeners,
            @Nullable HostsFile hostsFile,
            @Nullable List<String> dns,
            @Nullable String reason) {

        static One of(Sight sight) {
            NetworkNamespace namespace = sight.namespace();
            return new One(
                    namespace.id(),
                    namespace.kind().text(),
                    namespace.name(),
                    namespace.container(),
                    namespace.pids(),
                    Loopback.of(sight),
                    sight.sockets().get().map(Listener::all).orElse(null),
                    sight.hosts().get().map(HostsFile::of).orElse(null),
                    sight.interfaces().get().map(known -> known.dns().servers()).orElse(null),
                    sight.reason().orElse(null));
        }
    }

    /**
     * Its loopback interface.
     *
     * @param ipv4 whether it has 127.0.0.1
     * @param ipv6 whether it has ::1
     */
    record Loopback(
            @Nullable Boolean up,
            @Nullable Boolean ipv4,
            @Nullable Boolean ipv6,
            @Nullable Integer mtu) {

        static Loopback of(Sight sight) {
            return sight.interfaces()
                    .get()
                    .map(known -> {
                        Optional<Interface> device = known.loopback();
                        return new Loopback(
                                device.map(Interface::isUp).orElse(false),
                                device.flatMap(one -> one.own(IpAddress.IPV4_LOOPBACK))
                                        .isPresent(),
                                device.flatMap(one -> one.own(IpAddress.IPV6_LOOPBACK))
                                        .isPresent(),
                                device.map(Interface::mtu).orElse(null));
                    })
                    .orElse(new Loopback(null, null, null, null));
        }
    }

    /** A listening socket. */
    record Listener(
            String protocol,
            String family,
            String address,
            int port,
            String scope,
            @Nullable String process) {

        static List<Listener> all(ListeningSockets known) {
            return known.sockets().stream().map(Listener::of).toList();
        }

        private static Listener of(ListeningSocket socket) {
            return new Listener(
                    socket.protocol().text(),
                    socket.family().text(),
                    socket.bind().address().text(),
                    socket.port(),
                    socket.scope().text(),
                    socket.owner()
                            .primary()
                            .map(process -> process.displayName())
                            .orElse(null));
        }
    }

    /** Its hosts file, as its processes find it. */
    record HostsFile(String path, int lines, String sha256, List<String> localhost) {

        static HostsFile of(Hosts hosts) {
            return new HostsFile(
                    hosts.path(),
                    hosts.file().lines(),
                    hosts.digest(),
                    hosts.file()
                            .entriesNaming(LocalhostName.NAME)
                            .mapToObj(hosts.file()::address)
                            .flatMap(Optional::stream)
                            .map(IpAddress::text)
                            .toList());
        }
    }

    static NamespacesAnswer of(CurrentNamespaces.Moment now) {
        return new NamespacesAnswer(
                ReadingHead.of(now.reading()),
                now.all().stream().map(One::of).toList(),
                now.reading().latest().map(Namespaces::limits).orElse(List.of()));
    }
}
