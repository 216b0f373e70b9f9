package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.PortNames;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.UserNames;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.Holders;
import dev.homeport.processes.KnownProcesses;
import dev.homeport.reading.Collector;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.InsideTable;
import dev.homeport.sockets.source.ProcSocketSource;
import dev.homeport.sockets.source.SocketRow;
import dev.homeport.sockets.source.SocketSource;
import dev.homeport.sockets.source.SocketTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes listening sockets of a source's rows: identity, scope, service, role and owner of each. While nothing of what
 * these follow from changes, it returns the very value that it returned before.
 */
public final class SocketsCollector implements Collector<ListeningSockets> {

    private static final long SURROUNDINGS_LAST_NANOS = Duration.ofSeconds(5).toNanos();

    private final SocketSource source;
    private final SocketOwners owners;
    private final PortNames portNames;
    private final Supplier<Surroundings> surroundings;
    private final Supplier<Reading<Vantage>> vantage;
    private final SocketLives lives = new SocketLives();
    private long surroundingsReadAtNanos;
    private @Nullable Observed last;
    private @Nullable ListeningSockets value;

    /** All that a reading follows from. */
    private record Observed(SocketTable table, Holders holders, Surroundings surroundings, Reading<Vantage> seenFrom) {

        /** Tables and holders that did not change are the same objects; to compare them would be dear. */
        boolean saysTheSameAs(Observed other) {
            return table == other.table
                    && holders == other.holders
                    && surroundings.equals(other.surroundings)
                    && seenFrom.saysTheSameAs(other.seenFrom);
        }
    }

    SocketsCollector(
            SocketSource source,
            SocketOwners owners,
            PortNames portNames,
            Supplier<Surroundings> surroundings,
            Supplier<Reading<Vantage>> vantage) {
        this.source = source;
        this.owners = owners;
        this.portNames = portNames;
        this.surroundings = surroundings;
        this.vantage = vantage;
    }

    /**
     * The sockets of the network namespace that a process of {@code root} is in, another one than this process' own, from
     * its tables in {@code /proc} (DOMAIN R2.51).
     *
     * @param index finds who holds sockets
     * @param addresses of that namespace's interfaces
     * @param vantage what can be seen of it
     * @param inside what somebody found who was in it
     */
    public static SocketsCollector of(
            NamespaceRoot root,
            Function<Set<Long>, Holders> index,
            Supplier<LocalAddresses> addresses,
            Supplier<Reading<Vantage>> vantage,
            Supplier<InsideTable> inside) {
        UserNames users = new UserNames(() -> root.find("/etc/passwd"));
        var owners = new SocketOwners(index, KnownProcesses.ofLinux(root.proc(), users), users);
        return new SocketsCollector(
                new ProcSocketSource(root, inside),
                owners,
                PortNames.iana(),
                () -> new Surroundings(addresses.get(), EphemeralPorts.LINUX),
                vantage);
    }

    @Override
    public ListeningSockets collect() throws IOException {
        Observed now = observe();
        if (value == null || last == null || !now.saysTheSameAs(last)) {
            value = sockets(now);
            last = now;
        }
        return value;
    }

    private Observed observe() throws IOException {
        SocketTable table = source.read();
        if (lives.hasNewWithoutOwner(table.rows())) {
            table = source.read();
        }
        return new Observed(table, owners.holders(table), surroundings(table), vantage.get());
    }

    /** Addresses hardly ever change: they are read for a new table, and now and then. */
    private Surroundings surroundings(SocketTable table) {
        long now = System.nanoTime();
        boolean isDue =
                last == null || table != last.table() || now - surroundingsReadAtNanos > SURROUNDINGS_LAST_NANOS;
        if (!isDue) {
            return last.surroundings();
        }
        surroundingsReadAtNanos = now;
        return surroundings.get();
    }

    private ListeningSockets sockets(Observed observed) {
        List<SocketRow> rows = observed.table().rows();
        List<SocketLives.Life> rowLives = lives.next(rows, Instant.now());
        List<ListeningSocket> sockets = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sockets.add(socket(rows.get(i), rowLives.get(i), observed));
        }
        sockets.sort(ListeningSocket.BY_PORT);
        owners.retain(sockets.stream().map(ListeningSocket::owner).toList());
        Optional<Vantage> seenFrom = observed.seenFrom().latest();
        return new ListeningSockets(
                observed.table().source(),
                seenFrom.map(Vantage::namespace).orElse(null),
                sockets,
                observed.table().limits(),
                seenFrom.map(Vantage::ownersHidden).orElse(null));
    }

    private ListeningSocket socket(SocketRow row, SocketLives.Life life, Observed observed) {
        IpAddress address = row.address().unmapped();
        return new ListeningSocket(
                life.id(),
                row.protocol(),
                row.family(),
                new Endpoint(address, row.port()),
                row.address().text(),
                BindScope.of(address, observed.surroundings().addresses()),
                row.device(),
                row.v6only(),
                portNames.nameOf(row.protocol(), row.port()).orElse(null),
                SocketRole.of(row, observed.surroundings().ephemeral()),
                owners.owner(row, observed.holders(), observed.seenFrom()),
                row.queue(),
                row.inode() == null ? null : row.inode().number(),
                life.since());
    }
}
