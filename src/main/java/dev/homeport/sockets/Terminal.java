package dev.homeport.sockets;

import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The terminal for which commands are written.
 *
 * @param user the user that Homeport runs as, whose processes need no {@code sudo}; null when unknown
 * @param isMachines whether processes that Homeport sees in other network namespaces have the same numbers in a terminal of
 *     the machine: not so where it runs in a process namespace of its own, without the host's processes mounted
 */
record Terminal(OsFamily os, @Nullable String user, boolean isMachines) {

    static Terminal of(OsFamily os, Reading<Vantage> vantage, NamespaceRoot own, HostProc host) {
        return new Terminal(
                os,
                vantage.latest().map(Vantage::user).orElse(null),
                own.isInFirstProcessNamespace() || host.path().isPresent());
    }
}
