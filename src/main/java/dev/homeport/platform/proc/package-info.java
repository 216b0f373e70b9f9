/** Files of proc that more than one room reads, each with one parser; which process they are of, the reader says. */
@NullMarked
package dev.homeport.platform.proc;

import org.jspecify.annotations.NullMarked;
