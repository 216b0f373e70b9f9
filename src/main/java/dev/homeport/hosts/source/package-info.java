/** Reads the hosts file, and beside it what decides how this machine understands it. */
@NullMarked
package dev.homeport.hosts.source;

import org.jspecify.annotations.NullMarked;
