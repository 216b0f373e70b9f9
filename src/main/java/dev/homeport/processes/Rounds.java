package dev.homeport.processes;

import dev.homeport.reading.Allowance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Looks at processes again for no reason but time: at the young ones, who are still setting themselves up, and slowly at
 * all in turn. Each has an allowance of its own, so that a machine that starts many processes still has its turns. Used
 * by one thread.
 */
final class Rounds {

    private final ProcessTable table;
    private final LongSupplier ticker;
    private final Allowance forTheYoung;
    private final Allowance forTurns;
    private final Deque<SeenProcess> turns = new ArrayDeque<>();

    /**
     * @param share one part in so many of the time goes to the young, and half as much to the turns
     * @param savedUp what either may save
     */
    Rounds(ProcessTable table, int share, Duration savedUp, LongSupplier ticker) {
        this.table = table;
        this.ticker = ticker;
        this.forTheYoung = new Allowance(share, savedUp, ticker);
        this.forTurns = new Allowance(2 * share, savedUp, ticker);
    }

    /** Goes on with the rounds as far as the allowances reach; whether {@code look} found anything to have changed. */
    boolean goOn(Predicate<SeenProcess> look) {
        boolean changed = false;
        long now = ticker.getAsLong();
        for (SeenProcess process : table.newestFirst()) {
            changed |= process.isYoung(now) && forTheYoung.isLeft() && paid(forTheYoung, process, look);
        }
        if (turns.isEmpty()) {
            turns.addAll(table.all());
        }
        while (!turns.isEmpty() && forTurns.isLeft()) {
            changed |= paid(forTurns, turns.remove(), look);
        }
        return changed;
    }

    private boolean paid(Allowance allowance, SeenProcess process, Predicate<SeenProcess> look) {
        long start = ticker.getAsLong();
        boolean changed = !table.verify(process) | look.test(process);
        allowance.payFrom(start);
        return changed;
    }
}
