package dev.homeport.reading;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the program from ending (daemons), each with a name that says what it does. */
public final class BackgroundThread {

    private BackgroundThread() {}

    /** One, not started yet. */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Makes them for an executor. */
    public static ThreadFactory named(String name) {
        return work -> of(name, work);
    }
}
