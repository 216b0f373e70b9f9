/** What is said on a connection that came about: what the target's scheme asks, and what comes back. */
@NullMarked
package dev.homeport.diagnosis.conversation;

import org.jspecify.annotations.NullMarked;
