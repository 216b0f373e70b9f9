package dev.homeport.namespaces.side;

import org.jspecify.annotations.Nullable;

/**
 * What tells a loopback from others, for Homeports that compare.
 *
 * @param word the same for all who share the loopback. When its network namespace ends, the kernel may give the number from
 *     which this follows to another one
 * @param life the same for all who share it, and never given again while the machine runs; null when it is not known
 */
public record LoopbackMark(String word, @Nullable String life) {

    /**
     * Whether this and {@code other} are one loopback; null when that cannot be told.
     *
     * @param areOfOneTime whether both are there now
     */
    public @Nullable Boolean isSameAs(LoopbackMark other, boolean areOfOneTime) {
        if (life != null && other.life != null) {
            return life.equals(other.life);
        } else if (!word.equals(other.word)) {
            return false;
        }
        return areOfOneTime ? Boolean.TRUE : null;
    }
}
