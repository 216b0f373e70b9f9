package dev.homeport.latency.counters;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.SocketHolders;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class CountersConfiguration {

    @Bean
    CachedCollector<KernelCounters> countersCollector(
            SystemInfo system, OsFamily osFamily, NamespaceRoot root, ReadingProperties pace, Readings readings) {
        var collector = osFamily == OsFamily.LINUX
                ? new CountersCollector(new KernelTables(root), closer(root), InstantSource.system())
                : new CountersCollector(
                        new OshiCounterSource(system.getOperatingSystem().getInternetProtocolStats()),
                        null,
                        InstantSource.system());
        return readings.keep("counters", collector, pace.steady());
    }

    private static CountersCollector.Closer closer(NamespaceRoot root) {
        SocketHolders holders = new SocketHolders(root.proc());
        return new CountersCollector.Closer(
                new UdpDrops(root, holders),
                new Census(root, holders),
                () -> Conntrack.read(root).filter(Conntrack::isNearlyFull).orElse(null));
    }
}
