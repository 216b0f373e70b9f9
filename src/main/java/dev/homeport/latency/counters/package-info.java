/** The kernel's counters of what it dropped, lost or ran short of: early warnings (DOMAIN 7). */
@NullMarked
package dev.homeport.latency.counters;

import org.jspecify.annotations.NullMarked;
