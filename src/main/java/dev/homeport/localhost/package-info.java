/** What the name localhost means here, to whom, and which port each reaches by it. Hides how clients are told apart. */
@NullMarked
package dev.homeport.localhost;

import org.jspecify.annotations.NullMarked;
