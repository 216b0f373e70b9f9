package dev.homeport.latency.counters;

import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.util.BitSet;

/** Ports that the system gives to no client ({@code net.ipv4.ip_local_reserved_ports}, DOMAIN R7.10). */
record ReservedPorts(BitSet ports) {

    static ReservedPorts read(NamespaceRoot root) {
        try {
            return parse(root.setting("net/ipv4/ip_local_reserved_ports"));
        } catch (IOException e) {
            return new ReservedPorts(new BitSet());
        }
    }

    /** {@code 8080,9000-9010}; what is no port is passed over. */
    static ReservedPorts parse(String list) {
        BitSet ports = new BitSet();
        for (String part : list.split(",")) {
            if (part.strip().matches("\\d{1,5}(-\\d{1,5})?")) {
                String[] ends = part.strip().split("-");
                ports.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return new ReservedPorts(ports);
    }

    int countIn(EphemeralPorts range) {
        return ports.get(range.first(), range.last() + 1).cardinality();
    }
}
