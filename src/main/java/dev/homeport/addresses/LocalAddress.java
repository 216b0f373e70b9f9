package dev.homeport.addresses;

import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address at which this machine answers.
 *
 * @param address with its zone where it needs one
 * @param link the interface that it belongs to for the kernel
 * @param scope who can reach what is bound to it
 * @param purpose what it is for, a sentence
 * @param isAssigned whether the interface has it; else a route alone makes it this machine's, as with most of 127.0.0.0/8
 * @param isPassing whether it is for a while only, or not for new connections (RFC 4941, RFC 4862)
 * @param isOpenToOthers whether what other machines send to it arrives
 * @param obstacle why nothing arrives that this machine sends to it; null when it arrives
 */
public record LocalAddress(
        IpAddress address,
        Link link,
        BindScope scope,
        String purpose,
        boolean isAssigned,
        boolean isPassing,
        boolean isOpenToOthers,
        @Nullable String obstacle) {

    /**
     * The interface of an address.
     *
     * @param leadsToOthers whether other machines are at its other end
     */
    public record Link(String name, InterfaceKind kind, boolean isUp, boolean leadsToOthers) {}

    /** The name of its interface. */
    public String interfaceName() {
        return link.name();
    }

    /** Whether machines on a network of this one are spoken to with it. */
    public boolean leadsToOthers() {
        return link.leadsToOthers() && scope != BindScope.LOOPBACK && isOpenToOthers;
    }

    /** Whether it is for more than this machine and one link. */
    public boolean isRoutable() {
        return scope != BindScope.LOOPBACK && scope != BindScope.LINK_LOCAL && isOpenToOthers;
    }
}
