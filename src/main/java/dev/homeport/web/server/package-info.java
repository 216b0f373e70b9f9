/** Where Homeport itself listens, and what it says when the port is taken. */
@NullMarked
package dev.homeport.web.server;

import org.jspecify.annotations.NullMarked;
