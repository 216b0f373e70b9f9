/** The components of {@code /actuator/health}: each makes of a reading, at once, a status and details. */
@NullMarked
package dev.homeport.health.indicator;

import org.jspecify.annotations.NullMarked;
