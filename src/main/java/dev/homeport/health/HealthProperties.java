package dev.homeport.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How health is found out.
 *
 * @param ttl {@code homeport.health.ttl}: how long the result of a self-test counts, 5s to 1h; then the next one is made,
 *     whether anybody asks or not
 * @param strictIpv6 {@code homeport.health.strict-ipv6}: whether an ::1 that is there and does not answer is DOWN
 */
@ConfigurationProperties("homeport.health")
public record HealthProperties(
        @DefaultValue("5s") Duration ttl,
        @DefaultValue("false") boolean strictIpv6) {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    public HealthProperties {
        if (ttl.compareTo(SHORTEST) < 0 || ttl.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("homeport.health.ttl takes a duration from 5s to 1h, not " + ttl);
        }
    }
}
