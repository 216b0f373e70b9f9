package dev.homeport.processes;

/** How sentences name who holds a socket. */
public final class HolderName {

    /** For a process that may not be seen. */
    public static final String HIDDEN = "a process that is hidden from Homeport";

    /** Where all processes are seen, and none of them holds it (DOMAIN R2.40). */
    public static final String NO_PROCESS = "the kernel or a process out of sight";

    private HolderName() {}

    /** {@code node (pid 4711)}. */
    public static String of(String name, int pid) {
        return name + " (pid " + pid + ")";
    }
}
