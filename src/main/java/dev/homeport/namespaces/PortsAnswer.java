package dev.homeport.namespaces;

import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.compare.PortRow;
import dev.homeport.namespaces.compare.Way;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.net.Endpoint;
import dev.homeport.processes.ForwardTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In {@code GET /api/compare}, the ports by where something listens. */
record PortsAnswer(List<Port> onlyLeft, List<Port> onlyRight, List<Port> both) {

    static PortsAnswer of(Comparison comparison) {
        return new PortsAnswer(
                ports(comparison, PortRow.Where.ONLY_LEFT),
                ports(comparison, PortRow.Where.ONLY_RIGHT),
                ports(comparison, PortRow.Where.BOTH));
    }

    private static List<Port> ports(Comparison comparison, PortRow.Where where) {
        return comparison.ports(where).stream().map(Port::of).toList();
    }

    /** A port. */
    record Port(String protocol, int port, @Nullable String service, List<Socket> left, List<Socket> right) {

        private static Port of(PortRow row) {
            return new Port(
                    row.protocol().text(),
                    row.port(),
                    row.service(),
                    row.left().stream().map(Socket::of).toList(),
                    row.right().stream().map(Socket::of).toList());
        }
    }

    /**
     * What listens there, and whether it is met from the other side.
     *
     * @param fromThere {@code reaches}, {@code not} or {@code unknown}
     * @param publishedAt where the other side forwards to it
     * @param targets what to connect to from there
     */
    record Socket(
            String address,
            String scope,
            @Nullable String process,
            @Nullable ForwardTarget forwards,
            String fromThere,
            List<String> publishedAt,
            List<String> targets,
            String because,
            List<String> rules,
            @Nullable String remedy) {

        private static Socket of(PortRow.Met met) {
            Listener listener = met.listener();
            Way way = met.way();
            return new Socket(
                    listener.bind().address().text(),
                    listener.scope().text(),
                    listener.process(),
                    listener.forwards(),
                    way.verdict().text(),
                    met.doors().stream().map(Endpoint::text).toList(),
                    way.targets().stream().map(Endpoint::text).toList(),
                    way.because(),
                    way.rules(),
                    way.remedy());
        }
    }
}
