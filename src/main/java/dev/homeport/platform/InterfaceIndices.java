package dev.homeport.platform;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the indices of this machine's interfaces: what the zone of an address may name (RFC 4007). */
public final class InterfaceIndices {

    private InterfaceIndices() {}

    /** The indices by name; none in a namespace whose {@code lo} was never up. */
    public static Map<String, Integer> read() {
        try {
            return NetworkInterface.networkInterfaces()
                    .collect(Collectors.toMap(
                            NetworkInterface::getName, NetworkInterface::getIndex, (first, second) -> first));
        } catch (SocketException e) {
            return Map.of();
        }
    }
}
