/** A question beside the situation, as all rules need it: which addresses are meant, who waits there, and the words for that. */
@NullMarked
package dev.homeport.diagnosis.examination;

import org.jspecify.annotations.NullMarked;
