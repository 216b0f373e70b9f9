package dev.homeport.health.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Boot measures of itself and Homeport's readers have no use for, or what its names would make linters complain of. */
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    private static final String REQUESTS = "http.server.requests";

    /** Homeport has no sessions, and keeps nothing on a disk. */
    @Bean
    MeterFilter nothingOfBootsInside() {
        return MeterFilter.deny(id -> id.getName().startsWith("tomcat.sessions")
                || id.getName().startsWith("executor")
                || id.getName().startsWith("disk")
                || id.getName().equals(REQUESTS + ".active"));
    }

    /** Counted in milliseconds and nanoseconds, and a count that is no counter: {@code process.cpu.usage} tells as much. */
    @Bean
    MeterFilter noOddUnits() {
        return MeterFilter.deny(id -> switch (id.getName()) {
            case "jvm.compilation.time", "process.cpu.time", "system.cpu.count" -> true;
            default -> false;
        });
    }

    @Bean
    MeterFilter describedRequests() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS)
                        ? new Meter.Id(
                                id.getName(),
                                Tags.of(id.getTags()),
                                id.getBaseUnit(),
                                "How long Homeport took to answer",
                                id.getType())
                        : id;
            }
        };
    }
}
