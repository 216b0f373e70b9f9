package dev.homeport.hosts;

import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Sources;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Conclusion;
import java.util.function.Function;

/** Judges hosts files, anew when the file, or what it is judged by, has changed since the last time. */
final class Judgements {

    private final Function<Hosts, Sources> sources;

    private final Conclusion<JudgedHosts> judgement = new Conclusion<>();

    /** @param sources from where a machine with such a file would send */
    Judgements(Function<Hosts, Sources> sources) {
        this.sources = sources;
    }

    JudgedHosts of(Hosts hosts, PortsInUse ports) {
        return judgement.from(() -> JudgedHosts.of(hosts, ports, sources.apply(hosts)), hosts, ports);
    }
}
