package dev.homeport.reading;

/**
 * Asks the operating system for one thing. It may block and may throw whatever it meets: a {@link CollectorThread} has
 * {@link CachedCollector} call it, which makes a value of a failure.
 *
 * @param <T> an immutable value whose {@code equals} tells whether anything changed
 */
@FunctionalInterface
public interface Collector<T> {

    /** Takes the reading now; the message of what it throws is shown to the user as the reason. */
    T collect() throws Exception;
}
