package dev.homeport.hosts;

import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.lint.Lint;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.hosts.resolver.Sources;
import dev.homeport.hosts.source.Hosts;
import java.util.List;

/** A hosts file with all that follows from it: worked out once, and drawn, sent and searched often. */
public record JudgedHosts(Hosts hosts, List<HostsFinding> findings, Grouping grouping, Resolvers resolvers) {

    /** @param sources from where a machine with that file would send */
    static JudgedHosts of(Hosts hosts, PortsInUse ports, Sources sources) {
        return new JudgedHosts(
                hosts,
                Lint.of(hosts, ports),
                new Grouping(hosts.file(), hosts.settings().hostname()),
                new Resolvers(hosts.file(), hosts.settings(), sources));
    }
}
