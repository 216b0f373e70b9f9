/**
 * Why somebody cannot reach something on localhost, and what mends it: conclusions from all readings, and from connections that
 * are tried when somebody asks for that.
 */
@NullMarked
package dev.homeport.diagnosis;

import org.jspecify.annotations.NullMarked;
