package dev.homeport.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the system's files are.
 *
 * @param proc {@code homeport.proc}: where this process' proc file system is mounted
 */
@ConfigurationProperties("homeport")
public record PlatformProperties(
        @DefaultValue("/proc") Path proc, @DefaultValue Host host) {

    /**
     * What of the host is mounted into this container.
     *
     * @param proc {@code homeport.host.proc}: the host's proc file system; null to look for it at {@code /host/proc}
     */
    public record Host(@Nullable Path proc) {}
}
