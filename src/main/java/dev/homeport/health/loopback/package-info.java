/** Whether loopback works, by a functional self-test of each family, and what explains it when it does not. */
@NullMarked
package dev.homeport.health.loopback;

import org.jspecify.annotations.NullMarked;
