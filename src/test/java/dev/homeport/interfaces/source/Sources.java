package dev.homeport.interfaces.source;

/** Sources for tests outside this package. */
public final class Sources {

    private Sources() {}

    /** The kernel of the calling thread's network namespace. */
    public static InterfaceSource kernel() {
        return new RtnetlinkSource();
    }
}
