/**
 * How fast this machine talks to itself: what is known of that at one moment ({@link Latency}), and how it
 * is collected.
 *
 * <p>What is timed is in {@code probe}, when in {@code clockwork}, what became of it over a day in {@code history}, what is
 * measured on demand in {@code run}, what the kernel counts in {@code counters}. What follows from that is in {@code rule};
 * {@code page} and {@code api} show it.
 */
@NullMarked
package dev.homeport.latency;

import org.jspecify.annotations.NullMarked;
