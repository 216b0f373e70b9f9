package dev.homeport.latency.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one target: each of the last hour, and each minute of the last 24 hours as one. Immutable; a new round
 * makes a new track, which shares all rounds with the old one. What it holds is bounded by time and, lest the clock be set
 * back, by number.
 */
public final class Track {

    public static final Duration KEPT = Duration.ofHours(24);

    private static final Duration KEPT_WHOLE = Duration.ofHours(1);
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_ROUNDS = 60 * 60;

    /** A track on which nothing was measured yet. */
    public static final Track EMPTY = new Track(List.of(), List.of());

    private final List<Round> rounds;
    private final List<Round> minutes;

    private Track(List<Round> rounds, List<Round> minutes) {
        this.rounds = rounds;
        this.minutes = minutes;
    }

    /** This track and one round more. */
    public Track with(Round round) {
        boolean newMinute = last().isPresent() && !minuteOf(last().get()).equals(minuteOf(round));
        List<Round> whole = newMinute ? appended(minutes, lastMinute(), KEPT, MOST_MINUTES) : minutes;
        return new Track(appended(rounds, round, KEPT_WHOLE, MOST_ROUNDS), whole);
    }

    private static List<Round> appended(List<Round> before, Round next, Duration kept, int most) {
        Instant oldest = next.at().minus(kept);
        int from = Math.max(0, before.size() + 1 - most);
        while (from < before.size() && before.get(from).at().isBefore(oldest)) {
            from++;
        }
        List<Round> all = new ArrayList<>(before.size() - from + 1);
        all.addAll(before.subList(from, before.size()));
        all.add(next);
        return all;
    }

    private Round lastMinute() {
        Instant minute = minuteOf(rounds.get(rounds.size() - 1));
        return Round.merged(
                minute,
                rounds.stream().filter(round -> minuteOf(round).equals(minute)).toList());
    }

    private static Instant minuteOf(Round round) {
        return round.at().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The last round; empty when there was none yet. */
    public Optional<Round> last() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** The rounds that came after {@code known}, whatever the clock says; the last one alone when that is not known here. */
    public List<Round> after(@Nullable Round known) {
        int index = known == null ? -1 : rounds.lastIndexOf(known);
        return List.copyOf(rounds.subList(index < 0 ? Math.max(0, rounds.size() - 1) : index + 1, rounds.size()));
    }

    /**
     * The rounds since {@code from}, in their order; those of more than an hour ago as whole minutes.
     *
     * @param from up to {@link #KEPT} ago
     */
    public List<Round> since(Instant from) {
        List<Round> all = new ArrayList<>();
        if (reachesBackTo(from)) {
            rounds.stream().filter(round -> !round.at().isBefore(from)).forEach(all::add);
            return all;
        }
        minutes.stream().filter(minute -> !minute.at().isBefore(from)).forEach(all::add);
        Instant running = minuteOf(rounds.get(rounds.size() - 1));
        rounds.stream().filter(round -> minuteOf(round).equals(running)).forEach(all::add);
        return all;
    }

    /** Whether the rounds of the last hour are all there is since {@code from}. */
    private boolean reachesBackTo(Instant from) {
        return rounds.isEmpty()
                || minutes.isEmpty()
                || !rounds.get(0).at().isAfter(from)
                || !minutes.get(0).at().isBefore(minuteOf(rounds.get(0)));
    }

    /** How many exchanges failed since {@code from}. */
    public long failuresSince(Instant from) {
        return since(from).stream().mapToLong(Round::failures).sum();
    }

    /** How many exchanges were tried since {@code from}. */
    public long triesSince(Instant from) {
        return since(from).stream()
                .mapToLong(round -> round.samples() + round.failures())
                .sum();
    }
}
