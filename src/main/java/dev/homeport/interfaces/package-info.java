/** The interfaces of this machine, their addresses and routes, and whether loopback itself is as it should be. */
@NullMarked
package dev.homeport.interfaces;

import org.jspecify.annotations.NullMarked;
