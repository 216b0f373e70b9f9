/** What is known at one moment: the last readings, what the processes on the port do, and what came of trying. */
@NullMarked
package dev.homeport.diagnosis.situation;

import org.jspecify.annotations.NullMarked;
