package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.LooseIpv4;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the resolvers make of a hosts file on this machine. Pure: the same file and settings give the same answers. */
public final class Resolvers {

    private final HostsFile file;
    private final HostsFile read;
    private final ResolverSettings settings;
    private final AddressOrder glibcOrder;
    private final AddressOrder muslOrder;

    public Resolvers(HostsFile file, ResolverSettings settings, Sources sources) {
        this.file = file;
        this.read = file.asRead();
        this.settings = settings;
        this.glibcOrder = new AddressOrder(sources, settings.table(), false);
        this.muslOrder = new AddressOrder(sources, PolicyTable.MUSL, true);
    }

    /** glibc's {@code getaddrinfo}, through the name service switch. */
    public ResolverAnswer glibc(String name) {
        return literal(name, LooseIpv4.parse(name)).orElseGet(() -> {
            GlibcQuery query = new GlibcQuery(read, settings, name);
            GlibcQuery.Found any = query.ask(Asked.ANY);
            GlibcQuery.Found ipv4 = query.ask(Asked.IPV4);
            GlibcQuery.Found ipv6 = query.ask(Asked.IPV6);
            return new ResolverAnswer(
                    Stream.of(any.by(), ipv4.by(), ipv6.by())
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElse(null),
                    glibcOrder.sorted(any.addresses()),
                    glibcOrder.sorted(ipv4.addresses()),
                    glibcOrder.sorted(ipv6.addresses()),
                    lines(Stream.of(any.hits(), ipv4.hits(), ipv6.hits()).flatMap(List::stream)));
        });
    }

    /** musl's {@code getaddrinfo}, as in Alpine's images. It knows no name service switch. */
    public ResolverAnswer musl(String name) {
        return literal(name, LooseIpv4.parse(name)).orElseGet(() -> {
            List<Hit> hits = Musl.hits(read, name, settings.interfaces());
            List<IpAddress> all = hits.stream().map(Hit::address).toList();
            boolean plain = all.stream().allMatch(address -> address.family() == IpFamily.IPV4);
            List<IpAddress> sorted = plain ? all : muslOrder.sorted(all);
            return answer(sorted, hits);
        });
    }

    /** The JDK's own reader of hosts files ({@code -Djdk.net.hosts.file}). */
    public ResolverAnswer jvm(String name) {
        return literal(name, JavaLiteral.parse(name)).orElseGet(() -> {
            List<Hit> hits = JavaHosts.hits(file, read, name);
            return withLocalhost(name, answer(hits.stream().map(Hit::address).toList(), hits));
        });
    }

    /** A JVM without special settings: it asks this system's resolver and puts IPv4 first (R3.2, R3.8). */
    public ResolverAnswer jvmByDefault(String name) {
        return literal(name, JavaLiteral.parse(name)).orElseGet(() -> {
            ResolverAnswer system = system(name);
            List<IpAddress> ipv4First = system.any().stream()
                    .map(IpAddress::unmapped)
                    .sorted(Comparator.comparing(IpAddress::family))
                    .toList();
            ResolverAnswer sorted = new ResolverAnswer(
                    system.by(), ipv4First, of(ipv4First, IpFamily.IPV4), of(ipv4First, IpFamily.IPV6), system.lines());
            return withLocalhost(name, sorted);
        });
    }

    /** The resolver that programs on this machine call. */
    public ResolverAnswer system(String name) {
        return settings.libc() == Libc.MUSL ? musl(name) : glibc(name);
    }

    /** Java knows {@code localhost} even when nobody else does (R3.2). */
    private static ResolverAnswer withLocalhost(String name, ResolverAnswer answer) {
        if (!answer.any().isEmpty() || !LocalhostName.is(name)) {
            return answer;
        }
        List<IpAddress> loopback = List.of(IpAddress.IPV4_LOOPBACK);
        return new ResolverAnswer("built-in", loopback, loopback, List.of(), List.of());
    }

    private static ResolverAnswer answer(List<IpAddress> any, List<Hit> hits) {
        return new ResolverAnswer(
                hits.isEmpty() ? null : "files",
                any,
                of(any, IpFamily.IPV4),
                of(any, IpFamily.IPV6),
                lines(hits.stream()));
    }

    /** An address needs no file: it is its own answer. */
    private static Optional<ResolverAnswer> literal(String name, Optional<IpAddress> ipv4) {
        return ipv4.or(() -> IpAddress.parse(name).filter(parsed -> parsed.family() == IpFamily.IPV6))
                .map(List::of)
                .map(self -> new ResolverAnswer(
                        "literal", self, of(self, IpFamily.IPV4), of(self, IpFamily.IPV6), List.of()));
    }

    private static List<IpAddress> of(List<IpAddress> all, IpFamily family) {
        return all.stream().filter(address -> address.family() == family).toList();
    }

    private static List<Integer> lines(Stream<Hit> hits) {
        return hits.map(Hit::line).distinct().sorted().toList();
    }
}
