package dev.homeport.namespaces;

import dev.homeport.interfaces.Interface;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program that prints the network namespaces that it sees, a line each: {@code kind | name | id | loopback | listeners with
 * their processes | whether the hosts file is known | how many kernel settings are | whether loopback works, and
 * how many ways it was measured}. Its argument is a mounted proc file
 * system of a host, or nothing.
 */
final class Lookout {

    private Lookout() {}

    public static void main(String[] arguments) {
        Path mounted = arguments.length == 0 ? null : Path.of(arguments[0]);
        print(see(mounted));
    }

    static Namespaces see(Path mounted) {
        OsFamily os = OsFamily.current();
        Path proc = Path.of("/proc");
        Vantage here = new Vantage(os, "Linux", "box", "tester", true, null, null, null, List.of());
        Reading<Vantage> vantage = new Reading.Fresh<>(here, Instant.EPOCH, Duration.ZERO);
        var glimpses = new Glimpses(NamespaceRoot.own(proc), new NamespaceAttention());
        var collector = new NamespacesCollector(
                NamespaceRoot.own(proc), new HostProc(mounted, mounted != null, proc), () -> vantage, glimpses);
        Namespaces seen = collector.collect();
        // Where there are many, a reading goes into a part of them; each goes on where the one before ended.
        while (seen.others().stream().anyMatch(Lookout::isYetToBeVisited)) {
            seen = collector.collect();
        }
        return seen;
    }

    private static boolean isYetToBeVisited(Sight sight) {
        return String.valueOf(sight.proofs().reason()).startsWith("Homeport has not been there yet");
    }

    static void print(Namespaces seen) {
        line(seen.own(), "", "", "", 0, "");
        seen.others()
                .forEach(sight -> line(
                        sight.namespace(),
                        sight.interfaces()
                                .get()
                                .map(known -> loopback(known.loopback().orElse(null)))
                                .orElse("unknown"),
                        sight.sockets()
                                .get()
                                .map(known -> known.sockets().stream()
                                        .map(socket -> socket.bind().text() + "="
                                                + socket.owner()
                                                        .primary()
                                                        .map(one -> one.displayName())
                                                        .orElse("hidden"))
                                        .collect(Collectors.joining(" ")))
                                .orElse("unknown"),
                        sight.hosts().get().isPresent() ? "hosts" : "no hosts",
                        sight.interfaces()
                                .get()
                                .map(known -> known.settings().all().size())
                                .orElse(0),
                        proofs(sight)));
    }

    private static void line(
            NetworkNamespace one, String loopback, String listeners, String hosts, int settings, String proofs) {
        System.out.println(String.join(
                " | ",
                one.kind().text(),
                one.name(),
                one.id(),
                loopback,
                listeners,
                hosts,
                Integer.toString(settings),
                proofs));
    }

    private static String proofs(Sight sight) {
        return sight.proofs()
                .get()
                .map(known -> known.stream()
                                .map(proof -> proof.address() + " " + proof.answer())
                                .collect(Collectors.joining(", "))
                        + ", measured "
                        + sight.latency().get().orElse(List.of()).stream()
                                .filter(speed -> speed.p50Micros() != null)
                                .count())
                .orElse(sight.proofs().reason());
    }

    private static String loopback(Interface device) {
        if (device == null) {
            return "none";
        }
        return (device.isUp() ? "up" : "down")
                + (device.own(IpAddress.IPV4_LOOPBACK).isPresent() ? " 127.0.0.1" : "")
                + (device.own(IpAddress.IPV6_LOOPBACK).isPresent() ? " ::1" : "");
    }
}
