package dev.homeport.processes;

import dev.homeport.reading.Allowance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Looks at processes again for no reason but time: at the young ones, who are still setting themselves up; at those who
 * hold sockets, whether they still do; and at all in turn, whether they have got one, for which the number of their
 * descriptors is asked first. Each has an allowance of its own, so that a machine that starts many processes still has
 * its turns. Used by one thread.
 */
final class Rounds {

    /** Once in so many turns a process is looked at although it has as many descriptors as before. */
    private static final int TURNS_WITHOUT_A_LOOK = 100;

    private final ProcessTable table;
    private final Descriptors descriptors;
    private final LongSupplier ticker;
    private final Allowance forTheYoung;
    private final Allowance forHolders;
    private final Allowance forTurns;
    private final Deque<SeenProcess> holders = new ArrayDeque<>();
    private final Deque<SeenProcess> turns = new ArrayDeque<>();
    private int turn;

    /**
     * @param share one part in so many of the time goes to each
     * @param savedUp what each may save
     */
    Rounds(ProcessTable table, Descriptors descriptors, int share, Duration savedUp, LongSupplier ticker) {
        this.table = table;
        this.descriptors = descriptors;
        this.ticker = ticker;
        this.forTheYoung = new Allowance(share, savedUp, ticker);
        this.forHolders = new Allowance(share, savedUp, ticker);
        this.forTurns = new Allowance(share, savedUp, ticker);
    }

    /** Goes on with the rounds as far as the allowances reach; whether {@code look} found anything to have changed. */
    boolean goOn(Predicate<SeenProcess> look) {
        long now = ticker.getAsLong();
        List<SeenProcess> young = table.newestFirst().stream()
                .filter(process -> process.isYoung(now))
                .toList();
        boolean changed =
                goOn(new ArrayDeque<>(young), forTheYoung, process -> isAnother(process) | look.test(process));
        if (holders.isEmpty()) {
            holders.addAll(table.holdersOfMostFirst());
        }
        changed |= goOn(holders, forHolders, process -> isAnother(process) | process.lookAtHeld(descriptors));
        if (turns.isEmpty()) {
            turns.addAll(table.all());
            turn++;
        }
        return changed | goOn(turns, forTurns, process -> isDue(process) && isAnother(process) | look.test(process));
    }

    private static boolean goOn(Deque<SeenProcess> round, Allowance allowance, Predicate<SeenProcess> look) {
        boolean changed = false;
        while (!round.isEmpty() && allowance.isLeft()) {
            long start = allowance.now();
            changed |= look.test(round.remove());
            allowance.payFrom(start);
        }
        return changed;
    }

    private boolean isAnother(SeenProcess process) {
        return !table.verify(process);
    }

    private boolean isDue(SeenProcess process) {
        return turn % TURNS_WITHOUT_A_LOOK == process.stat().pid() % TURNS_WITHOUT_A_LOOK
                || !process.hasAsManyAsBefore(descriptors);
    }
}
