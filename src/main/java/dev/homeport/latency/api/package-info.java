/** What {@code /api/latency} and what lies below it answer, and the controllers that do. */
@NullMarked
package dev.homeport.latency.api;

import org.jspecify.annotations.NullMarked;
