/**
 * How a room answers for more than Homeport's own network namespace: which one a request is for, what is read there, and
 * what another Homeport is told.
 */
@NullMarked
package dev.homeport.answer.elsewhere;

import org.jspecify.annotations.NullMarked;
