/** What Homeport knows as meters, for Prometheus and its like. All labels are bounded, and none holds a command line. */
@NullMarked
package dev.homeport.health.meter;

import org.jspecify.annotations.NullMarked;
