/** What was measured in the last 24 hours, in bounded memory, and the distributions that it makes. */
@NullMarked
package dev.homeport.latency.history;

import org.jspecify.annotations.NullMarked;
