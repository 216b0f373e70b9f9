package dev.homeport.platform.kernel;

import com.sun.jna.LastErrorException;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.reading.BackgroundThread;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

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

    private NetworkEntrance() {}

    /**
     * Begins {@code work} in the network namespace that the process of {@code root} is in. It fails with an {@link
     * IOException}, whose message is a sentence for the user, when it may not be entered.
     */
    public static <T> FutureTask<T> begin(NamespaceRoot root, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(root);
            return work.call();
        });
        BackgroundThread.of("inside-" + root.process(), task).start();
        return task;
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
