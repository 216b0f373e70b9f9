package dev.homeport.hosts;

import dev.homeport.hosts.lint.Lint;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.Hosts;

/** Judged hosts files for the rooms above: on the machine of {@link Settings}, not on the one that runs the tests. */
public final class JudgedSamples {

    private JudgedSamples() {}

    public static JudgedHosts judged(String text, Settings settings) {
        Hosts hosts = Samples.hosts(text, settings);
        return new JudgedHosts(
                hosts,
                Lint.of(hosts, PortsInUse.UNKNOWN),
                new Grouping(hosts.file(), hosts.settings().hostname()),
                new Resolvers(hosts.file(), hosts.settings(), settings::source));
    }
}
