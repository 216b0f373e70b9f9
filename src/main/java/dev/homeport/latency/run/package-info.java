/** What is measured because somebody asks: many round trips at once, and how much goes through. */
@NullMarked
package dev.homeport.latency.run;

import org.jspecify.annotations.NullMarked;
