/** The first page, and who Homeport is on this machine. */
@NullMarked
package dev.homeport.web.overview;

import org.jspecify.annotations.NullMarked;
