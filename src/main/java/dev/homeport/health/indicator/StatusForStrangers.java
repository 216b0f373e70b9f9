package dev.homeport.health.indicator;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/** Boot's answer, but whoever is not shown the components is not told the names of the groups either: the status alone. */
final class StatusForStrangers extends HealthEndpointWebExtension {

    /** What takes longer than this is told in the log: health answers from readings. */
    private static final Duration SLOW = Duration.ofMillis(250);

    StatusForStrangers(HealthContributorRegistry registry, HealthEndpointGroups groups) {
        super(registry, null, groups, SLOW);
    }

    @Override
    protected HealthDescriptor aggregateDescriptors(
            ApiVersion apiVersion,
            Map<String, HealthDescriptor> contributions,
            StatusAggregator statusAggregator,
            boolean showComponents,
            @Nullable Set<String> groupNames) {
        return super.aggregateDescriptors(
                apiVersion, contributions, statusAggregator, showComponents, showComponents ? groupNames : null);
    }
}
