package dev.homeport.processes;

import dev.homeport.reading.Allowance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * An index from sockets to all processes that hold them (DOMAIN R2.30 to R2.44), kept from one reading to the next. To
 * look through the descriptors of every process is dear, so it is done for a reason only:
 *
 * <ul>
 *   <li>a new socket is looked for in processes that were never looked at, then among the new descriptors of those that
 *       hold sockets already, then in the rest; who is found is followed to its ancestors, from whom it may have it;
 *   <li>a new child of a holder is looked at, since it inherits;
 *   <li>young processes, and slowly all in turn, are looked at again as {@link Rounds} permit: a descriptor can
 *       also be passed over a Unix socket, or closed.
 * </ul>
 *
 * <p>Used by one thread.
 */
public final class SocketHolders {

    /** A search that takes longer is continued at the next reading. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    /** A search can find that somebody has closed what he held, which then is looked for in turn. */
    private static final int SEARCHES = 2;

    /** What is saved up between readings that nobody watches, which come rarely. */
    private static final Duration SAVED_UP = Duration.ofNanos(500_000);

    /** One part in so many of the time may go into each kind of looking for what has changed unannounced. */
    private static final int SHARE = 4000;

    /** To see who has gone and who is new is worth more; it is cheap, unless there are thousands of processes. */
    private static final int SHARE_FOR_REFRESHING = 250;

    private final ProcessTable table;
    private final Descriptors descriptors;
    private final LongSupplier ticker;
    private final Allowance forRefreshing;
    private final Rounds rounds;

    private Set<Long> watched = Set.of();
    private final Set<Long> sought = new HashSet<>();
    private final Set<SeenProcess> searched = new HashSet<>();
    private Holders last = new Holders(Map.of(), Set.of());

    public SocketHolders(Path proc) {
        this(proc, SHARE_FOR_REFRESHING, SHARE, System::nanoTime);
    }

    SocketHolders(Path proc, int shareForRefreshing, int share, LongSupplier ticker) {
        this.table = new ProcessTable(proc, ticker);
        this.descriptors = new Descriptors(proc);
        this.ticker = ticker;
        this.forRefreshing = new Allowance(shareForRefreshing, SAVED_UP, ticker);
        this.rounds = new Rounds(table, descriptors, share, SAVED_UP, ticker);
    }

    /** Who holds these sockets now; the very answer given before, while it is still true. */
    public Holders of(Set<Long> inodes) {
        boolean changed = inodes != watched && watch(inodes);
        changed |= refresh() | lookAtHeirs() | rounds.goOn(this::look);
        if (changed) {
            missOrphans(new HashSet<>(last.processes().keySet()));
        }
        for (int search = 0; search < SEARCHES && !sought.isEmpty(); search++) {
            Set<Long> held = held();
            seek();
            missOrphans(held);
            changed = true;
        }
        last = changed ? Holders.of(table.all(), sought) : last;
        return last;
    }

    private boolean watch(Set<Long> inodes) {
        Set<Long> ended = new HashSet<>(watched);
        ended.removeAll(inodes);
        Set<Long> begun = new HashSet<>(inodes);
        begun.removeAll(watched);
        table.all().forEach(process -> process.forget(ended));
        sought.removeAll(ended);
        sought.addAll(begun);
        searched.clear();
        watched = inodes;
        return !ended.isEmpty();
    }

    private boolean refresh() {
        if (!sought.isEmpty()) {
            return table.refresh();
        }
        if (!forRefreshing.isLeft()) {
            return false;
        }
        long start = ticker.getAsLong();
        boolean changed = table.refresh();
        forRefreshing.payFrom(start);
        return changed;
    }

    /** In the order in which they were started: who inherited may have left something himself. */
    private boolean lookAtHeirs() {
        boolean changed = false;
        for (SeenProcess process : List.copyOf(table.all())) {
            changed |= table.mayHaveInherited(process) && look(process);
        }
        return changed;
    }

    private Set<Long> held() {
        Set<Long> held = new HashSet<>();
        table.all().forEach(process -> held.addAll(process.sockets()));
        return held;
    }

    /** A socket whose last known holder has gone, or has closed it, and which is there still, has another one. */
    private void missOrphans(Set<Long> before) {
        before.retainAll(watched);
        before.removeAll(held());
        if (sought.addAll(before)) {
            searched.clear();
        }
    }

    private void seek() {
        long deadline = ticker.getAsLong() + PATIENCE_NANOS;
        Predicate<SeenProcess> inTime = process -> ticker.getAsLong() < deadline;
        Predicate<SeenProcess> needed = inTime.and(process -> !sought.isEmpty());
        forEach(inTime.and(process -> !process.wasLookedAt()), this::search);
        table.holdersOfMostFirst().stream().filter(needed).forEach(this::searchNewDescriptors);
        table.holdersOfMostFirst().stream().filter(needed).forEach(this::search);
        forEach(needed.and(SeenProcess::isReadable), this::search);
        if (ticker.getAsLong() < deadline) {
            sought.clear();
        }
    }

    private void searchNewDescriptors(SeenProcess process) {
        lookAtNewDescriptors(process);
        follow(process);
    }

    private void search(SeenProcess process) {
        if (searched.add(process)) {
            look(process);
            follow(process);
        }
    }

    /** Looks at the ancestors of one who holds what was sought. */
    private void follow(SeenProcess holder) {
        if (sought.removeAll(holder.sockets())) {
            Optional<SeenProcess> ancestor = table.parentOf(holder);
            while (ancestor.isPresent() && searched.add(ancestor.get())) {
                look(ancestor.get());
                ancestor = table.parentOf(ancestor.get());
            }
        }
    }

    /** Goes through the processes as they are now, the newest first; what is done may change the table. */
    private void forEach(Predicate<SeenProcess> which, Consumer<SeenProcess> action) {
        table.newestFirst().stream().filter(which).forEach(action);
    }

    private boolean look(SeenProcess process) {
        return confirmed(process, process.look(descriptors, watched));
    }

    private void lookAtNewDescriptors(SeenProcess process) {
        confirmed(process, process.lookAtNew(descriptors, watched));
    }

    /** The process id may have been given to another while its descriptors were read (R2.44). */
    private boolean confirmed(SeenProcess process, boolean changed) {
        return process.holdsAny() && !table.verify(process) || changed;
    }
}
