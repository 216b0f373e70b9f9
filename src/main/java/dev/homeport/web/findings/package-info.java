/** All that the rooms find, put together. */
@NullMarked
package dev.homeport.web.findings;

import org.jspecify.annotations.NullMarked;
