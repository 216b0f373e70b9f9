/** Attacks on the running program (DOMAIN section 10, T16, T17): each class tries one kind. */
@NullMarked
package dev.homeport.attack;

import org.jspecify.annotations.NullMarked;
