/** What all pages share. */
@NullMarked
package dev.homeport.web.layout;

import org.jspecify.annotations.NullMarked;
