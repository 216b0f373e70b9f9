package dev.homeport.interfaces;

import dev.homeport.interfaces.source.InterfaceSource;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;
import oshi.software.os.NetworkParams;

@Configuration(proxyBeanMethods = false)
class InterfacesConfiguration {

    /** Asked by the reading, and by whoever needs to know now, on a thread of its own. */
    @Bean
    Collector<Interfaces> interfacesNow(
            InterfaceSource source, SystemInfo system, OsFamily osFamily, NamespaceRoot root) {
        NetworkParams network = system.getOperatingSystem().getNetworkParams();
        return new InterfacesCollector(
                source,
                osFamily,
                names -> osFamily == OsFamily.LINUX ? KernelSettings.read(root, names) : KernelSettings.NONE,
                () -> osFamily == OsFamily.LINUX ? ResolverFile.nameServers(root) : OshiNameServers.of(network));
    }

    @Bean
    CachedCollector<Interfaces> interfacesCollector(
            Collector<Interfaces> interfacesNow, ReadingProperties pace, Readings readings) {
        return readings.keep("interfaces", interfacesNow, pace.steady());
    }

    @Bean
    CachedCollector<Traffic> trafficCollector(
            SystemInfo system, OsFamily osFamily, NamespaceRoot root, ReadingProperties pace, Readings readings) {
        Collector<Traffic> collector = osFamily == OsFamily.LINUX
                ? new ProcTrafficCollector(root)
                : new OshiTrafficCollector(system.getHardware());
        return readings.keep("traffic", collector, pace.steady());
    }
}
