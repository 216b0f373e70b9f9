package dev.homeport.addresses;

import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address at which this machine answers.
 *
 * @param address with its zone where it needs one
 * @param interfaceName the interface that it belongs to for the kernel
 * @param scope who can reach what is bound to it
 * @param purpose what it is for, a sentence
 * @param isAssigned whether the interface has it; else a route alone makes it this machine's, as with most of 127.0.0.0/8
 * @param isPassing whether it is for a while only, or not for new connections (RFC 4941, RFC 4862)
 * @param obstacle why nothing sent to it arrives; null when it arrives
 */
public record LocalAddress(
        IpAddress address,
        String interfaceName,
        InterfaceKind kind,
        BindScope scope,
        String purpose,
        boolean isAssigned,
        boolean isPassing,
        @Nullable String obstacle) {}
