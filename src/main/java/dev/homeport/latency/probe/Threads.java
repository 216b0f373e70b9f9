package dev.homeport.latency.probe;

import dev.homeport.reading.BackgroundThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that measure and answer, and what they cost. */
public final class Threads {

    private static final ThreadMXBean ALL = ManagementFactory.getThreadMXBean();

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong endedNanos = new AtomicLong();

    /** Starts a thread. */
    void start(String name, Runnable work) {
        named(name).newThread(work).start();
    }

    /** Makes daemon threads of that name. */
    public ThreadFactory named(String name) {
        return work -> BackgroundThread.of("latency-" + name, () -> run(work));
    }

    private void run(Runnable work) {
        Thread thread = Thread.currentThread();
        running.add(thread);
        try {
            work.run();
        } finally {
            endedNanos.addAndGet(cpuNanos(thread));
            running.remove(thread);
        }
    }

    /** Counts the thread that calls this among them. */
    public void countMe() {
        running.add(Thread.currentThread());
    }

    /** The processor time of all of them, since the first was started; zero where the system does not tell. */
    public Duration cpu() {
        return Duration.ofNanos(
                endedNanos.get() + running.stream().mapToLong(Threads::cpuNanos).sum());
    }

    private static long cpuNanos(Thread thread) {
        return ALL.isThreadCpuTimeSupported() ? Math.max(0, ALL.getThreadCpuTime(thread.getId())) : 0;
    }
}
