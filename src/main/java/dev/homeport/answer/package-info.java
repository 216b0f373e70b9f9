/**
 * How a room answers, in JSON, CSV and parts of pages: the head that every answer has, how much of it is wanted, and the
 * refusal of what makes no sense or comes too often.
 */
@NullMarked
package dev.homeport.answer;

import org.jspecify.annotations.NullMarked;
