package dev.homeport.sockets.source;

import org.jspecify.annotations.Nullable;

/**
 * A socket as the kernel's own object.
 *
 * @param number its inode, to which links in {@code /proc/<pid>/fd} point; 0 when no descriptor can point to it
 * @param uid the user that made it, who need not be the one its process runs as by now (DOMAIN R2.9)
 * @param cookie its identity, never given to another while the system runs; null where the source does not tell
 */
public record SocketInode(long number, long uid, @Nullable Long cookie) {}
