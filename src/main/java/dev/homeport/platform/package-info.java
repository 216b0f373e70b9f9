/** Where the system is asked: OSHI, the paths of {@code /proc}, who Homeport is here and what it can see. */
@NullMarked
package dev.homeport.platform;

import org.jspecify.annotations.NullMarked;
