package dev.homeport.health.loopback;

import dev.homeport.health.HealthProperties;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.Pace;
import dev.homeport.reading.Readings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoopbackConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Bean
    CachedCollector<LoopbackState> loopbackCollector(
            Collector<Interfaces> interfacesNow, HealthProperties properties, Readings readings) {
        var collector = new LoopbackCollector(new SelfTest(PATIENCE), interfacesNow, InstantSource.system());
        return readings.keep("loopback", collector, Pace.fixed(properties.ttl()));
    }
}
