package dev.homeport.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often readings are taken.
 *
 * @param refresh {@code homeport.refresh}: the period while somebody looks, 200ms to 1h
 */
@ConfigurationProperties("homeport")
public record ReadingProperties(@DefaultValue("1s") Duration refresh) {

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofHours(1);

    public ReadingProperties {
        if (refresh.compareTo(SHORTEST) < 0 || refresh.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("homeport.refresh takes a duration from 200ms to 1h, not " + refresh);
        }
    }

    /** The pace of a reading that costs little: at each refresh, and ten times more rarely while nobody looks. */
    public Pace lively() {
        return new Pace(refresh, refresh.multipliedBy(10));
    }

    /** The pace of a reading that costs next to nothing while nothing changes: at each refresh, whoever looks. */
    public Pace constant() {
        return new Pace(refresh, refresh);
    }

    /** The pace of a reading that changes when somebody plugs something in. */
    public Pace steady() {
        return new Pace(refresh.multipliedBy(5), refresh.multipliedBy(30));
    }

    /** The pace of a reading that hardly ever changes. */
    public Pace calm() {
        return new Pace(refresh.multipliedBy(30), refresh.multipliedBy(60));
    }
}
