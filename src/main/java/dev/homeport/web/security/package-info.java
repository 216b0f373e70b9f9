/** Who may ask: the Host allow-list, the origin of what changes something, the token, the headers of each answer. */
@NullMarked
package dev.homeport.web.security;

import org.jspecify.annotations.NullMarked;
