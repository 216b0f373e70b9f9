/** What names lead to by the system's own resolver: {@code localhost}, and those of expectations. */
@NullMarked
package dev.homeport.health.names;

import org.jspecify.annotations.NullMarked;
