/** How fast this machine talks to itself: probes, what they measured over a day, and what that tells. */
@NullMarked
package dev.homeport.latency;

import org.jspecify.annotations.NullMarked;
