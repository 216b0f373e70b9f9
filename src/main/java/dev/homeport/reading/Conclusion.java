package dev.homeport.reading;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows from readings: worked out when somebody asks, and again only when something that it follows from has
 * changed. A {@link CachedCollector} keeps the same value while it reads the same, so to compare premises costs nothing
 * then. Of several threads that ask at once, one works and the others wait for it.
 *
 * @param <T> what follows
 */
public final class Conclusion<T> {

    private volatile @Nullable Drawn<T> last;

    /** What was concluded from what. */
    private record Drawn<T>(List<Object> premises, T conclusion) {}

    /**
     * @param rule a pure function of the premises
     * @param premises all that it follows from, with an {@code equals} that says so
     */
    public T from(Supplier<T> rule, Object... premises) {
        List<Object> now = List.of(premises);
        Drawn<T> known = last;
        return known != null && known.premises().equals(now) ? known.conclusion() : draw(rule, now);
    }

    private synchronized T draw(Supplier<T> rule, List<Object> premises) {
        Drawn<T> known = last;
        if (known == null || !known.premises().equals(premises)) {
            known = new Drawn<>(premises, rule.get());
            last = known;
        }
        return known.conclusion();
    }
}
