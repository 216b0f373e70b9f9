package dev.homeport.namespaces;

import dev.homeport.answer.BadParameter;
import dev.homeport.namespaces.side.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which two sides are compared.
 *
 * @param right empty when there is nothing to compare with
 */
record CompareChoice(Optional<CurrentSides.Candidate> left, Optional<CurrentSides.Candidate> right) {

    private static final int MOST_NAMED = 12;

    /**
     * What the reader chose, and for what he did not, what he most likely wants: this container and its host, on a host the
     * host and its first container, else whatever else is there.
     *
     * @throws BadParameter naming the side that is not there, and those that are
     */
    static CompareChoice of(CurrentSides.Moment now, @Nullable String left, @Nullable String right) {
        Optional<CurrentSides.Candidate> chosenRight = chosen(now, "right", right);
        Optional<CurrentSides.Candidate> chosenLeft = chosen(now, "left", left)
                .or(() -> first(now, one -> one.kind() == Kind.OWN && !is(one, chosenRight)))
                .or(() -> first(now, one -> !is(one, chosenRight)));
        Predicate<CurrentSides.Candidate> other = one -> !is(one, chosenLeft);
        return new CompareChoice(
                chosenLeft,
                chosenRight
                        .or(() -> first(now, other.and(one -> one.kind() == Kind.OWN)))
                        .or(() -> first(now, other.and(one -> one.kind() == Kind.HOST)))
                        .or(() -> first(now, other.and(one -> one.kind() == Kind.CONTAINER)))
                        .or(() -> first(now, other.and(one -> one.reason() == null)))
                        .or(() -> first(now, other)));
    }

    private static boolean is(CurrentSides.Candidate one, Optional<CurrentSides.Candidate> other) {
        return other.map(CurrentSides.Candidate::id).filter(one.id()::equals).isPresent();
    }

    private static Optional<CurrentSides.Candidate> first(
            CurrentSides.Moment now, Predicate<CurrentSides.Candidate> which) {
        return now.candidates().stream().filter(which).findFirst();
    }

    private static Optional<CurrentSides.Candidate> chosen(
            CurrentSides.Moment now, String parameter, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(now.withId(id).orElseThrow(() -> new BadParameter(parameter, id, accepted(now))));
    }

    private static String accepted(CurrentSides.Moment now) {
        List<String> ids =
                now.candidates().stream().map(CurrentSides.Candidate::id).toList();
        return "one of the ids of GET /api/compare’s sides: "
                + ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (ids.size() > MOST_NAMED ? " …" : "");
    }
}
