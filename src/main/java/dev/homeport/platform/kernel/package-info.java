/** What Java cannot ask by itself: calls of the C library through JNA, and the kernel's netlink messages. */
@NullMarked
package dev.homeport.platform.kernel;

import org.jspecify.annotations.NullMarked;
