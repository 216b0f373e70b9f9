package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.PortNames;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes listening sockets of a source's rows: identity, scope, service, role and owner of each. */
final class SocketsCollector implements Collector<ListeningSockets> {

    private final SocketSource source;
    private final OshiProcesses processes;
    private final PortNames portNames;
    private final NamespaceRoot root;
    private final CachedCollector<Vantage> vantage;
    private final SocketLives lives = new SocketLives();

    SocketsCollector(
            SocketSource source,
            OshiProcesses processes,
            PortNames portNames,
            NamespaceRoot root,
            CachedCollector<Vantage> vantage) {
        this.source = source;
        this.processes = processes;
        this.portNames = portNames;
        this.root = root;
        this.vantage = vantage;
    }

    @Override
    public ListeningSockets collect() throws Exception {
        List<SocketRow> rows = source.read();
        if (lives.hasNewWithoutOwner(rows)) {
            rows = source.read();
        }
        List<SocketLives.Life> rowLives = lives.next(rows, Instant.now());
        LocalAddresses local = InterfaceAddresses.read();
        EphemeralPorts ephemeral = EphemeralPorts.read(root);
        Reading<Vantage> seenFrom = vantage.snapshot().reading();
        List<ListeningSocket> sockets = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sockets.add(socket(rows.get(i), rowLives.get(i), local, ephemeral, seenFrom));
        }
        sockets.sort(ListeningSocket.BY_PORT);
        forgetOthers(rows);
        return new ListeningSockets(
                source.name(),
                seenFrom.latest().map(Vantage::namespace).orElse(null),
                sockets,
                source.limits(),
                seenFrom.latest().map(Vantage::ownersHidden).orElse(null));
    }

    private ListeningSocket socket(
            SocketRow row,
            SocketLives.Life life,
            LocalAddresses local,
            EphemeralPorts ephemeral,
            Reading<Vantage> seenFrom) {
        IpAddress address = row.address().unmapped();
        return new ListeningSocket(
                life.id(),
                row.protocol(),
                row.family(),
                new Endpoint(address, row.port()),
                row.address().text(),
                BindScope.of(address, local),
                row.v6only(),
                portNames.nameOf(row.protocol(), row.port()).orElse(null),
                SocketRole.of(row.protocol(), row.port(), ephemeral),
                owner(row, seenFrom),
                row.acceptQueue(),
                life.since());
    }

    private Owner owner(SocketRow row, Reading<Vantage> seenFrom) {
        if (row.pids().isEmpty()) {
            return Owner.unnamed(seenFrom);
        }
        return Owner.visible(row.pids().stream().map(processes::process).toList());
    }

    private void forgetOthers(List<SocketRow> rows) {
        Set<Integer> pids = new HashSet<>();
        rows.forEach(row -> pids.addAll(row.pids()));
        processes.retain(pids);
    }
}
