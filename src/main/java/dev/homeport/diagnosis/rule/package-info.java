/**
 * The rules that make causes of an examination, one subject a file. Three are asked from outside: why a target is not
 * reached, whether a server could listen there, and what others reach.
 */
@NullMarked
package dev.homeport.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
