/** Finds out where Homeport runs, and what it may see there. */
@NullMarked
package dev.homeport.platform.vantage;

import org.jspecify.annotations.NullMarked;
