package dev.homeport.sockets.source;

import org.jspecify.annotations.Nullable;

/**
 * The connections of a TCP listener that the kernel has set up and the program has not accepted yet.
 *
 * @param waiting how many there are
 * @param backlog how many may be there, the smaller of the program's and the system's limit (listen(2),
 *     {@code net.core.somaxconn}); null where the source does not tell
 */
public record AcceptQueue(int waiting, @Nullable Integer backlog) {

    /** Whether the next connection is turned away: the kernel takes one more than the backlog says (DOMAIN R2.7). */
    public boolean isFull() {
        return backlog != null && waiting > backlog;
    }

    /** As the page shows it: {@code 3 / 128}, or {@code 3} where the backlog is not known. */
    public String text() {
        return backlog == null ? Integer.toString(waiting) : waiting + " / " + backlog;
    }
}
