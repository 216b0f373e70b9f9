package dev.homeport.hosts.file;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;

/** Where an entry sends its names, as far as that decides what the entry is for. */
public enum EntryTarget {
    /** {@code 127.0.0.1}. */
    LOOPBACK_4,
    /** {@code ::1}. */
    LOOPBACK_6,
    /** Another address of 127.0.0.0/8. */
    OTHER_LOOPBACK,
    /** {@code 0.0.0.0} or {@code ::}: nowhere, in a block list. */
    NOWHERE,
    /** Multicast and broadcast: the names that systems ship for them. */
    GROUP,
    /** Any other address. */
    ELSEWHERE;

    private static final EntryTarget[] BY_CODE = values();

    static EntryTarget of(IpAddress address) {
        IpAddress plain = address.withoutZone();
        if (plain.equals(IpAddress.IPV4_LOOPBACK)) {
            return LOOPBACK_4;
        } else if (plain.equals(IpAddress.IPV6_LOOPBACK)) {
            return LOOPBACK_6;
        }
        AddressClass kind = plain.addressClass();
        return switch (kind) {
            case LOOPBACK -> OTHER_LOOPBACK;
            case UNSPECIFIED -> NOWHERE;
            case MULTICAST, BROADCAST -> GROUP;
            default -> ELSEWHERE;
        };
    }

    /** Whether a connection to it stays on this machine. */
    public boolean isLoopback() {
        return this == LOOPBACK_4 || this == LOOPBACK_6 || this == OTHER_LOOPBACK;
    }

    byte code() {
        return (byte) ordinal();
    }

    static EntryTarget of(byte code) {
        return BY_CODE[code];
    }
}
