package dev.homeport.latency.counters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number that the kernel only ever raises, and what it means when it does (DOMAIN R7.2 to R7.5, R7.18). */
public enum Counter {
    LISTEN_OVERFLOWS(
            "Accept queue overflows",
            "A server did not accept in time, and a client’s connect was dropped: it tries again after 1, 3, 7 s.",
            "TcpExt.ListenOverflows"),
    LISTEN_DROPS(
            "Connects dropped by listeners",
            "A full accept queue, want of memory, or a filter of the listener.",
            "TcpExt.ListenDrops"),
    SYN_QUEUE_FULL("Half-done connects dropped", "Too many connects were half done at once.", "TcpExt.TCPReqQFullDrop"),
    SYN_COOKIES(
            "SYN cookies sent",
            "Too many connects were half done at once, and the kernel coped without a queue.",
            "TcpExt.TCPReqQFullDoCookies"),
    SYN_RETRANSMISSIONS(
            "Connects sent again",
            "The first packet of a connection got no answer within a second.",
            "TcpExt.TCPSynRetrans"),
    TIMEOUTS("TCP time-outs", "Data got no answer, and was sent again after a pause.", "TcpExt.TCPTimeouts"),
    RETRANSMISSIONS(
            "TCP segments sent again",
            "On any interface. A few are usual under load: Homeport’s own throughput test causes some.",
            "Tcp.RetransSegs"),
    BACKLOG_DROPS(
            "Segments dropped for busy sockets",
            "A program held its socket locked while more came than may wait.",
            "TcpExt.TCPBacklogDrop"),
    RECEIVE_QUEUE_DROPS("Segments dropped for want of memory", "A receive queue was full.", "TcpExt.TCPRcvQDrop"),
    PRUNED("Receive queues pruned", "A socket ran out of its receive buffer.", "TcpExt.PruneCalled"),
    ZERO_WINDOW_DROPS(
            "Segments beyond a closed window", "A program does not read what it is sent.", "TcpExt.TCPZeroWindowDrop"),
    UDP_IN("Datagrams received", "Counted when a program reads them.", "Udp.InDatagrams", "Udp6InDatagrams"),
    UDP_OUT("Datagrams sent", "All of them.", "Udp.OutDatagrams", "Udp6OutDatagrams"),
    UDP_ERRORS("Datagrams lost on receipt", "Any reason: a full buffer as a rule.", "Udp.InErrors", "Udp6InErrors"),
    UDP_FULL_BUFFERS(
            "Datagrams lost to full buffers",
            "A program did not read in time; the sender saw no error.",
            "Udp.RcvbufErrors",
            "Udp6RcvbufErrors"),
    UDP_SEND_ERRORS("Datagrams not sent", "A send buffer was full.", "Udp.SndbufErrors", "Udp6SndbufErrors"),
    UDP_NO_PORT("Datagrams to closed ports", "Somebody sends where nobody listens.", "Udp.NoPorts", "Udp6NoPorts"),
    SOFTNET_DROPS(
            "Packets dropped before any protocol saw them",
            "More came than the processors took up: the one loss that loopback has of its own.",
            KernelTables.SOFTNET),
    OUTSIDE(
            "Packets to other machines",
            "While it stands still, whatever else rises happened on loopback.",
            KernelTables.OUTSIDE);

    private final String label;
    private final String meaning;
    private final List<String> names;

    /** @param names in the kernel's tables; all of them together */
    Counter(String label, String meaning, String... names) {
        this.label = label;
        this.meaning = meaning;
        this.names = List.of(names);
    }

    /** The words on the page. */
    public String label() {
        return label;
    }

    /** What it means when it rises, a sentence. */
    public String meaning() {
        return meaning;
    }

    /** As the kernel's tables spell it. */
    public String names() {
        return String.join(" + ", names);
    }

    /** The sum over its names; empty where this kernel has none of them. */
    Optional<Long> in(Map<String, Long> table) {
        List<Long> values =
                names.stream().map(table::get).filter(value -> value != null).toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToLong(Long::longValue).sum());
    }
}
