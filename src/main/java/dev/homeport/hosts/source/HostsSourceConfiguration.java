package dev.homeport.hosts.source;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;
import oshi.software.os.NetworkParams;

@Configuration(proxyBeanMethods = false)
class HostsSourceConfiguration {

    @Bean
    HostsPath hostsPath(HostsProperties properties, OsFamily osFamily, NamespaceRoot root) {
        return HostsPath.of(properties, osFamily, root, System.getenv());
    }

    @Bean
    CachedCollector<Hosts> hostsCollector(
            HostsPath path,
            SystemInfo system,
            OsFamily osFamily,
            NamespaceRoot root,
            ReadingProperties pace,
            Readings readings) {
        NetworkParams network = system.getOperatingSystem().getNetworkParams();
        var settings = SettingsSource.own(osFamily, root, network::getHostName);
        var collector = new HostsCollector(path, osFamily, root, settings, InstantSource.system());
        return readings.keep("hosts", collector, pace.constant());
    }
}
