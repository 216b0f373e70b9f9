package dev.homeport.reading;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    Attention attention() {
        return new Attention();
    }

    @Bean
    CollectorMetrics collectorMetrics(MeterRegistry registry) {
        return new CollectorMetrics(registry);
    }

    @Bean
    Readings readings(
            Attention attention,
            CollectorMetrics metrics,
            ApplicationEventPublisher events,
            ObjectProvider<CachedCollector<?>> all) {
        return new Readings(attention, metrics, events::publishEvent, all::stream);
    }
}
