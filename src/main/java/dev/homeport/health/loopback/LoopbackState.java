package dev.homeport.health.loopback;

import dev.homeport.net.IpFamily;

/** What the last self-tests told. */
public record LoopbackState(FamilyState ipv4, FamilyState ipv6, InterfaceState device) {

    public FamilyState of(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }

    /** The same, each part since the moment from which on it has been so. */
    LoopbackState after(LoopbackState before) {
        return new LoopbackState(
                ipv4.isAs(before.ipv4) ? ipv4.since(before.ipv4.since()) : ipv4,
                ipv6.isAs(before.ipv6) ? ipv6.since(before.ipv6.since()) : ipv6,
                device.isAs(before.device) ? device.since(before.device.since()) : device);
    }
}
