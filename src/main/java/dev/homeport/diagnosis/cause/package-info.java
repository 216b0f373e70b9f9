/** What a diagnosis concludes: a cause by its code, how sure it is, what it follows from, and what mends it. */
@NullMarked
package dev.homeport.diagnosis.cause;

import org.jspecify.annotations.NullMarked;
