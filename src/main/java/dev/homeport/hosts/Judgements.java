package dev.homeport.hosts;

import dev.homeport.hosts.resolver.Sources;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges hosts files, anew when the file, or what it is judged by, has changed since the last time. */
final class Judgements {

    private final Supplier<PortsInUse> ports;
    private final Function<Hosts, Sources> sources;

    private volatile @Nullable Judgement last;

    /** What a judgement was made from, and the judgement. */
    private record Judgement(Hosts hosts, PortsInUse ports, JudgedHosts judged) {}

    /** @param sources from where a machine with such a file would send */
    Judgements(Supplier<PortsInUse> ports, Function<Hosts, Sources> sources) {
        this.ports = ports;
        this.sources = sources;
    }

    JudgedHosts of(Hosts hosts) {
        PortsInUse inUse = ports.get();
        Judgement known = last;
        if (known == null || !known.ports().equals(inUse) || !known.hosts().equals(hosts)) {
            known = new Judgement(hosts, inUse, JudgedHosts.of(hosts, inUse, sources.apply(hosts)));
            last = known;
        }
        return known.judged();
    }
}
