/** Other Homeports, asked for what they see. */
@NullMarked
package dev.homeport.namespaces.peer;

import org.jspecify.annotations.NullMarked;
