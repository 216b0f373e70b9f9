package dev.homeport.namespaces;

import dev.homeport.latency.probe.Watch;
import dev.homeport.namespaces.side.Known;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.kernel.NetworkEntrance;
import dev.homeport.sockets.source.InsideTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Goes into a foreign network namespace, where that is allowed, now and then: tries its loopback, measures it, and asks the
 * kernel there about its interfaces. Used by one thread.
 */
final class Visit {

    private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration EXCHANGE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long OLD_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long LOOK_MILLIS = 50;

    private final NamespaceRoot own;
    private final long key;
    private Known<Inside.Found> last =
            Known.not("Homeport has not been there yet: it goes into one namespace after the other.");
    private InsideTable sockets = InsideTable.NONE;
    private @Nullable Watch watch;
    private @Nullable FutureTask<Inside.Found> underWay;
    private @Nullable Long lastNanos;
    private boolean isWanted;

    /** @param key of the namespace: who enters by a process finds himself elsewhere when its number was given again */
    Visit(NamespaceRoot own, long key) {
        this.own = own;
        this.key = key;
    }

    boolean isFirst() {
        return lastNanos == null;
    }

    /** When the last one began, by {@link System#nanoTime}; the smallest number before the first. */
    long lastNanos() {
        return lastNanos == null ? Long.MIN_VALUE : lastNanos;
    }

    /** @param wanted whether somebody looks at the namespace */
    void want(boolean wanted) {
        isWanted = wanted;
    }

    boolean isWanted() {
        return isWanted;
    }

    boolean isDue() {
        return lastNanos == null || System.nanoTime() - lastNanos >= PERIOD_NANOS;
    }

    /** The sockets that the last visit found, however long ago: their inodes are not given again so soon. */
    InsideTable sockets() {
        return sockets;
    }

    /** What the last visit found, or why there was none. What was found long ago is not so any more. */
    Known<Inside.Found> last() {
        boolean isOld = lastNanos != null && System.nanoTime() - lastNanos > OLD_NANOS;
        return isOld && last.value() != null
                ? Known.not(
                        "Nobody was in it for more than five minutes: there are many namespaces, and Homeport goes into one "
                                + "after the other, those first that somebody looks at.")
                : last;
    }

    /** Goes in by one of {@code roots}, its processes; while the visit before has not come back, waits for that. */
    void go(List<NamespaceRoot> roots) {
        lastNanos = System.nanoTime();
        Watch looking = watch;
        FutureTask<Inside.Found> task = underWay;
        if (task == null || looking == null) {
            looking = new Watch(EXCHANGE);
            watch = looking;
            Watch patient = looking;
            NamespaceRoot entrance = roots.stream()
                    .filter(one -> one.networkNamespace().isPresent())
                    .findFirst()
                    .orElse(roots.get(0));
            task = NetworkEntrance.begin(entrance, () -> Inside.look(own, key, patient));
            underWay = task;
        }
        last = await(task, looking);
        last.get().ifPresent(found -> sockets = found.sockets());
    }

    private Known<Inside.Found> await(FutureTask<Inside.Found> task, Watch looking) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Inside.Found found = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                underWay = null;
                return Known.of(found);
            } catch (TimeoutException e) {
                looking.look();
            } catch (ExecutionException e) {
                underWay = null;
                return Known.not(String.valueOf(e.getCause().getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Known.not("Homeport ends.");
            }
        }
        return Known.not("What was tried there has not come back yet.");
    }
}
