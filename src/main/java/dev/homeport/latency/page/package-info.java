/** What {@code /latency} draws, of Homeport's own loopback and of another network namespace's, and its controllers. */
@NullMarked
package dev.homeport.latency.page;

import org.jspecify.annotations.NullMarked;
