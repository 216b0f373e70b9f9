package dev.homeport.interfaces;

import dev.homeport.net.Named;

/** What a working loopback needs, each by the name of the finding that says that it is not so. */
public enum LoopbackNeed implements Named {
    LOOPBACK_MISSING,
    LOOPBACK_DOWN,
    LOOPBACK_MTU,
    LOOPBACK_QDISC,
    LOOPBACK_IPV4_MISSING,
    LOOPBACK_IPV4_NARROW,
    LOOPBACK_ROUTE_MISSING,
    LOOPBACK_IPV6_MISSING
}
