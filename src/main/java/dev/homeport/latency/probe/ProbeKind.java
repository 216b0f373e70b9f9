package dev.homeport.latency.probe;

import dev.homeport.net.Named;

/** What is timed. Times of different kinds differ tenfold, and are never compared (DOMAIN R6.1). */
public enum ProbeKind implements Named {
    TCP(
            "TCP round trip",
            "64 bytes to an echo of Homeport’s own and back, on a connection that is kept: two programs wake up."),
    UDP(
            "UDP round trip",
            "A datagram of 64 bytes to an echo of Homeport’s own and back. One that does not come back is lost: nothing sends "
                    + "it again."),
    CONNECT(
            "TCP connect",
            "Until a new connection is set up: the kernel’s part alone, no program has to accept it. Each is reset at once, so "
                    + "that none stays in TIME_WAIT."),
    RESOLVE(
            "Name look-up",
            "Until the system’s resolver says what localhost is; nothing is kept from one to the next."),
    ICMP("ICMP echo", "What ping measures: the kernel answers itself, no program wakes up at the other end.");

    private final String label;
    private final String meaning;

    ProbeKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }

    /** What lies between the start and the end of its time, a sentence or two. */
    public String meaning() {
        return meaning;
    }
}
