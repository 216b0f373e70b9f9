/** The hosts file: what it says, what resolvers make of it, and what is wrong with it. Hides how it is read and kept. */
@NullMarked
package dev.homeport.hosts;

import org.jspecify.annotations.NullMarked;
