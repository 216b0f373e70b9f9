/** What is timed: round trips over TCP, UDP and ICMP, connects and look-ups, each on a thread of its own. */
@NullMarked
package dev.homeport.latency.probe;

import org.jspecify.annotations.NullMarked;
