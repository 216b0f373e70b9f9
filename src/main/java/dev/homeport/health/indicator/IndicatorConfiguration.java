package dev.homeport.health.indicator;

import dev.homeport.health.HealthProperties;
import dev.homeport.health.expectation.CurrentExpectations;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.health.names.Names;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.net.IpFamily;
import dev.homeport.reading.CachedCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each component of health is called as its bean is, up to {@code Health…}. */
@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    @Bean
    CompositeHealthContributor loopbackHealthContributor(
            CachedCollector<LoopbackState> loopback,
            CachedCollector<Names> names,
            CachedCollector<Latency> latency,
            LatencyProperties thresholds,
            HealthProperties properties) {
        Map<String, HealthIndicator> parts = new LinkedHashMap<>();
        parts.put("interface", new InterfaceHealthIndicator(loopback));
        parts.put("ipv4", new FamilyHealthIndicator(IpFamily.IPV4, true, loopback));
        parts.put("ipv6", new FamilyHealthIndicator(IpFamily.IPV6, properties.strictIpv6(), loopback));
        parts.put("localhost", new LocalhostHealthIndicator(names, loopback));
        parts.put("latency", new LatencyHealthIndicator(latency, thresholds));
        return CompositeHealthContributor.fromMap(parts);
    }

    @Bean
    HealthIndicator hostsFileHealthIndicator(CurrentHosts hosts) {
        return new HostsFileHealthIndicator(hosts);
    }

    @Bean
    HealthIndicator collectorsHealthIndicator(List<CachedCollector<?>> collectors) {
        return new CollectorsHealthIndicator(collectors);
    }

    @Bean
    HealthIndicator expectationsHealthIndicator(CurrentExpectations expectations) {
        return new ExpectationsHealthIndicator(expectations);
    }

    @Bean
    HealthEndpointWebExtension healthEndpointWebExtension(
            HealthContributorRegistry registry, HealthEndpointGroups groups) {
        return new StatusForStrangers(registry, groups);
    }
}
