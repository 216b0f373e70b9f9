package dev.homeport.hosts.source;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which hosts file to read.
 *
 * @param path {@code homeport.hosts.path}; unset, the system's own
 */
@ConfigurationProperties("homeport.hosts")
record HostsProperties(@Nullable String path) {}
