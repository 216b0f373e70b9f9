/** Which address of this machine answers on which port, through which socket, and who can reach it there. */
@NullMarked
package dev.homeport.addresses;

import org.jspecify.annotations.NullMarked;
