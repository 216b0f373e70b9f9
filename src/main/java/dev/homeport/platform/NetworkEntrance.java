package dev.homeport.platform;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Enters another network namespace with setns(2): what the thread that entered does from then on, the sockets that it makes
 * and what it reads below {@code /proc/sys/net}, is of that namespace (DOMAIN R2.57). It is a thread of its own, which ends
 * with its work: no other work must ever run on it. {@link java.net.NetworkInterface} must not be asked there, for it would
 * mix two namespaces (R2.59).
 */
public final class NetworkEntrance {

    private static final int O_RDONLY_CLOEXEC = 02000000;
    private static final int CLONE_NEWNET = 0x4000_0000;
    private static final int EPERM = 1;
    private static final int EACCES = 13;

    private static final Duration LOOK = Duration.ofMillis(50);

    private NetworkEntrance() {}

    /**
     * Does {@code work} in the network namespace that the process of {@code root} is in.
     *
     * @param patience how long to wait for it; what takes longer goes on unattended
     * @param whileWaiting done now and then by the thread that waits
     * @throws IOException when it may not be entered, or when the work fails; its message is a sentence for the user
     */
    public static <T> T inside(NamespaceRoot root, Callable<T> work, Duration patience, Runnable whileWaiting)
            throws IOException {
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(root);
            return work.call();
        });
        Thread thread = new Thread(task, "inside-" + root.process());
        thread.setDaemon(true);
        thread.start();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return task.get(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                whileWaiting.run();
                if (System.nanoTime() > deadline) {
                    throw new IOException("What was tried in that namespace has not come back.", e);
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Homeport ends.", e);
            }
        }
    }

    private static void enter(NamespaceRoot root) throws IOException {
        try {
            int descriptor = LibC.open(root.ofProcess("ns/net").toString(), O_RDONLY_CLOEXEC);
            try {
                LibC.setns(descriptor, CLONE_NEWNET);
            } finally {
                LibC.close(descriptor);
            }
        } catch (LastErrorException e) {
            throw new IOException(refusal(e), e);
        } catch (LinkageError e) {
            throw new IOException("The C library cannot be called from here: " + e.getMessage(), e);
        }
    }

    private static String refusal(LastErrorException failure) {
        return switch (failure.getErrorCode()) {
            case EPERM ->
                "Homeport may not enter that namespace (setns: EPERM): it would need to be root with CAP_SYS_ADMIN, in a "
                        + "container --user 0 --cap-add SYS_ADMIN --cap-add SYS_PTRACE. That is nearly all rights on the machine.";
            case EACCES ->
                "Homeport may not look at that namespace (/proc/<pid>/ns/net: EACCES): it would need to be root with "
                        + "CAP_SYS_PTRACE and CAP_SYS_ADMIN.";
            default -> "That namespace cannot be entered: " + failure.getMessage() + ".";
        };
    }
}
