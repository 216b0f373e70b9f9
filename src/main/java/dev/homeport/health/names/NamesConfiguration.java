package dev.homeport.health.names;

import dev.homeport.health.HealthProperties;
import dev.homeport.net.LocalhostName;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.kernel.SystemResolver;
import dev.homeport.reading.BackgroundThread;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Pace;
import dev.homeport.reading.Readings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NamesConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(1);

    @Bean
    CachedCollector<Names> namesCollector(
            WantedNames wanted, OsFamily osFamily, HealthProperties properties, Readings readings) {
        Set<String> names = new HashSet<>(wanted.names());
        names.add(LocalhostName.NAME);
        var collector = new NamesCollector(
                names, name -> SystemResolver.ask(osFamily, name), threads(), PATIENCE, KEPT, InstantSource.system());
        return readings.keep("names", collector, Pace.fixed(properties.ttl()));
    }

    /** One for each name that is slow; they end when nothing was asked for a minute. No bean: Boot would use it for itself. */
    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(BackgroundThread.named("names"));
    }
}
