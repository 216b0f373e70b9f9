package dev.homeport.reading;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    Attention attention() {
        return new Attention();
    }

    @Bean
    FirstReadings firstReadings(List<CollectorThread> threads) {
        return new FirstReadings(threads);
    }

    @Bean
    CollectorMetrics collectorMetrics(MeterRegistry registry) {
        return new CollectorMetrics(registry);
    }
}
