/** What somebody asks: a target, from where it is to be reached, and for what; read from what people write. */
@NullMarked
package dev.homeport.diagnosis.question;

import org.jspecify.annotations.NullMarked;
