package dev.homeport.sockets;

import dev.homeport.platform.UserNames;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.Holders;
import dev.homeport.processes.KnownProcesses;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.processes.ProcessStat;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.SocketInode;
import dev.homeport.sockets.source.SocketRow;
import dev.homeport.sockets.source.SocketTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the owners of sockets: by the socket's inode where the source tells that, else by the processes that the source
 * itself names. Used by one thread.
 */
final class SocketOwners {

    private final Function<Set<Long>, Holders> index;
    private final KnownProcesses processes;
    private final UserNames users;
    private SocketTable table = new SocketTable("none", List.of(), List.of());
    private Set<Long> inodes = Set.of();

    /** @param index finds who holds the sockets with these inodes */
    SocketOwners(Function<Set<Long>, Holders> index, KnownProcesses processes, UserNames users) {
        this.index = index;
        this.processes = processes;
        this.users = users;
    }

    /** Who holds the table's sockets; the very answer given before while it is still true. */
    Holders holders(SocketTable now) {
        if (now != table) {
            table = now;
            Set<Long> present = new HashSet<>();
            now.rows().stream()
                    .map(SocketRow::inode)
                    .filter(inode -> inode != null && inode.number() != 0)
                    .forEach(inode -> present.add(inode.number()));
            inodes = present.equals(inodes) ? inodes : present;
        }
        return index.apply(inodes);
    }

    Owner owner(SocketRow row, Holders holders, Reading<Vantage> seenFrom) {
        SocketInode inode = row.inode();
        List<ProcessStat> known = inode == null ? List.of() : holders.of(inode.number());
        SocketUser user = inode == null ? null : user(inode);
        List<ProcessDetails> named = inode == null
                ? row.pids().stream().map(processes::process).toList()
                : known.stream().map(processes::process).toList();
        if (!named.isEmpty()) {
            return Owner.visible(named, user);
        }
        return UnseenOwner.of(row, inode != null && holders.sought().contains(inode.number()), seenFrom, user);
    }

    private SocketUser user(SocketInode inode) {
        return new SocketUser(inode.uid(), users.describe(Long.toString(inode.uid())));
    }

    /** Forgets the processes that own none of these sockets. */
    void retain(List<Owner> owners) {
        Set<Integer> pids = new HashSet<>();
        owners.forEach(owner -> owner.processes().forEach(process -> pids.add(process.pid())));
        processes.retain(pids);
    }
}
