/** Listening sockets: who listens on this machine, on which address, for whom. The sources and their rows are hidden. */
@NullMarked
package dev.homeport.sockets;

import org.jspecify.annotations.NullMarked;
