/** What two sides have in common, what not, and what of the one can be reached from the other: rules over values. */
@NullMarked
package dev.homeport.namespaces.compare;

import org.jspecify.annotations.NullMarked;
