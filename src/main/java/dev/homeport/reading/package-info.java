/** What every collector shares: a reading that is fresh, stale or missing, and a cache that takes it on its own clock. */
@NullMarked
package dev.homeport.reading;

import org.jspecify.annotations.NullMarked;
