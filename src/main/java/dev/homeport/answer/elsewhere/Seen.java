package dev.homeport.answer.elsewhere;

import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A reading, and of which network namespace it is.
 *
 * @param elsewhere the id of that namespace; null when it is Homeport's own
 */
public record Seen<T>(Snapshot<T> snapshot, @Nullable String elsewhere) {

    public boolean isElsewhere() {
        return elsewhere != null;
    }

    public Reading<T> reading() {
        return snapshot.reading();
    }

    public String revision() {
        return snapshot.revision();
    }
}
