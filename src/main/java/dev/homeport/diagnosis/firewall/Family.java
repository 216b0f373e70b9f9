package dev.homeport.diagnosis.firewall;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Named;
import java.util.Arrays;
import java.util.Optional;

/** What a table is for, {@code NFPROTO_…} of {@code linux/netfilter.h}. */
enum Family implements Named {
    INET(1),
    IP(2),
    IP6(10);

    private final int number;

    Family(int number) {
        this.number = number;
    }

    /** Empty for bridges and ARP, which loopback does not pass, and for devices, whose rules are not judged. */
    static Optional<Family> ofLinux(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }

    int number() {
        return number;
    }

    boolean has(IpFamily family) {
        return this == INET || this == (family == IpFamily.IPV4 ? IP : IP6);
    }
}
