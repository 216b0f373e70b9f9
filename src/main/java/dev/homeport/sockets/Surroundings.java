package dev.homeport.sockets;

import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.NamespaceRoot;

/**
 * What a bind address and a port mean on this machine.
 *
 * @param addresses of its interfaces, which tell a scope
 * @param ephemeral its ports for clients, which tell a role
 */
record Surroundings(LocalAddresses addresses, EphemeralPorts ephemeral) {

    /** The surroundings now. */
    static Surroundings read(NamespaceRoot root) {
        return new Surroundings(InterfaceAddresses.read(), EphemeralPorts.read(root));
    }
}
