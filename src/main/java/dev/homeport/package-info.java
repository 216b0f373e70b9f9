/** Homeport: what is going on on this machine's localhost. Each package below is one room of the house. */
@NullMarked
package dev.homeport;

import org.jspecify.annotations.NullMarked;
