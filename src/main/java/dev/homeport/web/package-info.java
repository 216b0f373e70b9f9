/** The roof: what belongs to no room alone. Each package beneath has one subject. */
@NullMarked
package dev.homeport.web;

import org.jspecify.annotations.NullMarked;
