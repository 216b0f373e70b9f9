/** What is answered when something is wrong: one page for people, RFC 9457 problem details for programs. */
@NullMarked
package dev.homeport.web.errors;

import org.jspecify.annotations.NullMarked;
