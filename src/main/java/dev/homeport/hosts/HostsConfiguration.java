package dev.homeport.hosts;

import dev.homeport.answer.RateLimit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.SystemResolver;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;
import oshi.software.os.NetworkParams;

@Configuration(proxyBeanMethods = false)
class HostsConfiguration {

    private static final int MOST_QUESTIONS_IN_A_MINUTE = 60;

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

    @Bean
    SystemQuestion systemQuestion(OsFamily osFamily) {
        RateLimit limit = new RateLimit(MOST_QUESTIONS_IN_A_MINUTE, "look-ups", System::nanoTime);
        return new SystemQuestion(name -> SystemResolver.ask(osFamily, name), limit);
    }
}
