package dev.homeport.latency.run;

import java.util.concurrent.Semaphore;

/** One measurement on demand at a time, of whichever kind: two would measure each other. */
public final class Turn {

    private final Semaphore turn = new Semaphore(1);

    /** Whether it is ours now; then {@link #end} is to follow. */
    boolean begin() {
        return turn.tryAcquire();
    }

    void end() {
        turn.release();
    }
}
