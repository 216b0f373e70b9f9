/** What a monitor asks: whether loopback works, whether what should be so is so, and the meters of all that. */
@NullMarked
package dev.homeport.health;

import org.jspecify.annotations.NullMarked;
