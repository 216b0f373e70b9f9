package dev.homeport.health.expectation;

import dev.homeport.health.names.Names;
import dev.homeport.health.names.WantedNames;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExpectationConfiguration {

    /** The expectations that are set, as one bean. */
    record Expectations(List<Expectation> all) {}

    @Bean
    Expectations expectations(ExpectationProperties properties, ExpectationProperties.Only only) {
        return new Expectations(properties.parsed(only));
    }

    @Bean
    WantedNames namesOfExpectations(Expectations expectations) {
        return new WantedNames(expectations.all().stream()
                .filter(NameExpectation.class::isInstance)
                .map(expectation -> ((NameExpectation) expectation).host())
                .collect(Collectors.toSet()));
    }

    @Bean
    CurrentExpectations currentExpectations(
            Expectations expectations,
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Names> names,
            Attention attention) {
        return new CurrentExpectations(expectations.all(), sockets, names, attention, InstantSource.system());
    }
}
