package dev.homeport.latency.counters;

import java.util.HashMap;
import java.util.Map;
import oshi.software.os.InternetProtocolStats;

/**
 * What OSHI tells of TCP and UDP on systems other than Linux. On Linux its numbers for UDP stand in the wrong columns
 * (DOMAIN R7.6), and {@link KernelTables} reads them itself.
 */
record OshiCounterSource(InternetProtocolStats stats) implements CounterSource {

    @Override
    public Map<String, Long> read() {
        Map<String, Long> all = new HashMap<>();
        var tcp = stats.getTCPv4Stats();
        all.put("Tcp.RetransSegs", tcp.getSegmentsRetransmitted());
        put(all, "Udp.", stats.getUDPv4Stats());
        put(all, "Udp6", stats.getUDPv6Stats());
        return all;
    }

    private static void put(Map<String, Long> all, String prefix, InternetProtocolStats.UdpStats udp) {
        all.put(prefix + "InDatagrams", udp.getDatagramsReceived());
        all.put(prefix + "OutDatagrams", udp.getDatagramsSent());
        all.put(prefix + "NoPorts", udp.getDatagramsNoPort());
        all.put(prefix + "InErrors", udp.getDatagramsReceivedErrors());
    }
}
