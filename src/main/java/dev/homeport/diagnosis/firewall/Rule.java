package dev.homeport.diagnosis.firewall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule.
 *
 * @param handle its number, by which nft(8) deletes it
 * @param comment as whoever wrote it put it, cleaned; null without
 */
record Rule(
        long handle, List<Expression> expressions, @Nullable String comment) {

    Rule {
        expressions = List.copyOf(expressions);
    }
}
