package dev.homeport.hosts;

import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Sources;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Conclusion;
import java.util.function.Function;
import java.util.function.Supplier;

/** Judges hosts files, anew when the file, or what it is judged by, has changed since the last time. */
final class Judgements {

    private final Supplier<PortsInUse> ports;
    private final Function<Hosts, Sources> sources;

    private final Conclusion<JudgedHosts> judgement = new Conclusion<>();

    /** @param sources from where a machine with such a file would send */
    Judgements(Supplier<PortsInUse> ports, Function<Hosts, Sources> sources) {
        this.ports = ports;
        this.sources = sources;
    }

    JudgedHosts of(Hosts hosts) {
        PortsInUse inUse = ports.get();
        return judgement.from(() -> JudgedHosts.of(hosts, inUse, sources.apply(hosts)), hosts, inUse);
    }
}
