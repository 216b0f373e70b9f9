package dev.homeport.latency.probe;

/** What is sent there and back. */
final class Messages {

    /** Bytes of a message (DOMAIN R6.5): those of a small request, and one packet on every loopback. */
    static final int SIZE = 64;

    private Messages() {}
}
