package dev.homeport.diagnosis.firewall;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where chains are hung in, {@code NF_INET_…} of {@code linux/netfilter.h}. */
enum Hook {
    PREROUTING(0),
    INPUT(1),
    FORWARD(2),
    OUTPUT(3),
    POSTROUTING(4);

    /** Those that a packet over loopback passes, in its order: it is sent, and comes in again. */
    static final List<Hook> OF_LOOPBACK = List.of(OUTPUT, POSTROUTING, PREROUTING, INPUT);

    private final int number;

    Hook(int number) {
        this.number = number;
    }

    static Optional<Hook> ofLinux(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }

    /** Whether a packet has come in by an interface, and is not on its way out. */
    boolean isInward() {
        return this == PREROUTING || this == INPUT;
    }
}
