/** When to measure: a fixed schedule for each target, and how punctually it is kept. */
@NullMarked
package dev.homeport.latency.clockwork;

import org.jspecify.annotations.NullMarked;
