package dev.homeport.namespaces.compare;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing on both sides.
 *
 * @param subject what it is
 * @param left as it is there; null when it is not known
 * @param right the same
 */
public record Difference(
        String subject, @Nullable String left, @Nullable String right) {

    /** Whether both are known and the same: what is not known equals nothing. */
    public boolean isEqual() {
        return left != null && Objects.equals(left, right);
    }

    /** Whether both are known and not the same. */
    public boolean isDifferent() {
        return left != null && right != null && !left.equals(right);
    }

    static Difference ofLists(String subject, @Nullable List<String> left, @Nullable List<String> right) {
        return new Difference(subject, text(left), text(right));
    }

    private static @Nullable String text(@Nullable List<String> all) {
        if (all == null) {
            return null;
        }
        return all.isEmpty() ? "—" : String.join(", ", all);
    }
}
