package dev.homeport.platform.vantage;

import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import oshi.SystemInfo;

@Configuration(proxyBeanMethods = false)
class VantageConfiguration {

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
