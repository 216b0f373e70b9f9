package dev.homeport.health.loopback;

import dev.homeport.health.HealthProperties;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.CollectorMetrics;
import dev.homeport.reading.CollectorThread;
import dev.homeport.reading.Pace;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoopbackConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Bean
    CachedCollector<LoopbackState> loopbackCollector(
            Collector<Interfaces> interfacesNow,
            HealthProperties properties,
            CollectorMetrics metrics,
            ApplicationEventPublisher events) {
        var collector = new LoopbackCollector(new SelfTest(PATIENCE), interfacesNow, InstantSource.system());
        return new CachedCollector<>(
                "loopback", collector, Pace.fixed(properties.ttl()), metrics, events::publishEvent);
    }

    @Bean
    CollectorThread loopbackThread(CachedCollector<LoopbackState> loopbackCollector, Attention attention) {
        return new CollectorThread(loopbackCollector, attention);
    }
}
