/** What is worth looking into: the shape in which every room publishes what its rules find in its own data. */
@NullMarked
package dev.homeport.finding;

import org.jspecify.annotations.NullMarked;
