/** Processes: which one holds a socket, what it is, whether it runs in a container, whether it only forwards. */
@NullMarked
package dev.homeport.processes;

import org.jspecify.annotations.NullMarked;
