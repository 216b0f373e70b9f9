package dev.homeport.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the system's files are.
 *
 * @param proc {@code homeport.proc}: where this process' proc file system is mounted
 */
@ConfigurationProperties("homeport")
public record PlatformProperties(@DefaultValue("/proc") Path proc) {}
