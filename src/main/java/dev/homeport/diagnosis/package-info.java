/**
 * Why somebody cannot reach something on localhost, and what mends it: conclusions from all readings, and from connections that
 * are tried when somebody asks for that.
 *
 * <p>What somebody asks ({@code question}) and what is known, with what came of trying ({@code situation}, which uses the
 * {@code conversation} on a connection and the rules of the {@code firewall}), are put beside each other ({@code
 * examination}); each {@code rule} makes a {@code cause} of that. Here stand the answer, its page and its JSON.
 */
@NullMarked
package dev.homeport.diagnosis;

import org.jspecify.annotations.NullMarked;
