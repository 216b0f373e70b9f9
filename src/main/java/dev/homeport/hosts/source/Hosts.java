package dev.homeport.hosts.source;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.platform.OsFamily;
import org.jspecify.annotations.Nullable;

/**
 * The hosts file as it was read, and what decides here how it is understood.
 *
 * @param path as the system's users know it
 * @param isSystems whether it is the one that this system's resolvers read
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 * @param isMounted whether it is a mount of its own, as in containers: it can be written but not replaced (DOMAIN R4.16)
 * @param keeper who wrote it and will write it again; null when nobody is known to
 */
public record Hosts(
        OsFamily osFamily,
        String path,
        boolean isSystems,
        FileFacts facts,
        String digest,
        boolean isMounted,
        @Nullable Keeper keeper,
        HostsFile file,
        ResolverSettings settings) {}
