/** How a room answers: the head that every JSON answer has, and the refusal of a parameter that makes no sense. */
@NullMarked
package dev.homeport.answer;

import org.jspecify.annotations.NullMarked;
