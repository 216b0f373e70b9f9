package dev.homeport.platform;

import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    SystemInfo systemInfo() {
        return new SystemInfo();
    }

    @Bean
    OsFamily osFamily() {
        return OsFamily.current();
    }

    @Bean
    NamespaceRoot ownNamespaceRoot(PlatformProperties properties) {
        return NamespaceRoot.own(properties.proc());
    }

    @Bean
    HostProc hostProc(PlatformProperties properties) {
        return HostProc.of(properties);
    }

    @Bean
    CachedCollector<Vantage> vantageCollector(
            SystemInfo system,
            OsFamily osFamily,
            NamespaceRoot root,
            HostProc host,
            ReadingProperties pace,
            Readings readings) {
        var collector = new VantageCollector(system, osFamily, root, host);
        return readings.keep("vantage", collector, pace.calm());
    }
}
