/** What the user says should be so, and whether it is. */
@NullMarked
package dev.homeport.health.expectation;

import org.jspecify.annotations.NullMarked;
