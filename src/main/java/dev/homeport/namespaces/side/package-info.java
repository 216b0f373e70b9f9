/** A side of a comparison: what is known of one loopback, wherever that was read. */
@NullMarked
package dev.homeport.namespaces.side;

import org.jspecify.annotations.NullMarked;
