/** All that the rooms find, for programs. */
@NullMarked
package dev.homeport.web.findings;

import org.jspecify.annotations.NullMarked;
