package dev.homeport.platform;

import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.CollectorMetrics;
import dev.homeport.reading.CollectorThread;
import dev.homeport.reading.ReadingProperties;
import org.springframework.context.ApplicationEventPublisher;
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
            CollectorMetrics metrics,
            ApplicationEventPublisher events) {
        var collector = new OshiVantageCollector(system, osFamily, root, host);
        return new CachedCollector<>("vantage", collector, pace.calm(), metrics, events::publishEvent);
    }

    @Bean
    CollectorThread vantageThread(CachedCollector<Vantage> vantageCollector, Attention attention) {
        return new CollectorThread(vantageCollector, attention);
    }
}
