/**
 * Where the system is asked: OSHI, the C library and its netlink sockets, the paths of {@code /proc}, the sockets of Java;
 * who Homeport is here and what it can see. Also makes text of others fit to show.
 */
@NullMarked
package dev.homeport.platform;

import org.jspecify.annotations.NullMarked;
