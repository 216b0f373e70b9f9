package dev.homeport.net;

import java.util.Optional;

/**
 * An address and a port.
 *
 * @param port 0 to 65535
 */
public record Endpoint(IpAddress address, int port) {

    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
    }

    /** That of an address' literal and a port from 1 to 65535; anything else is empty. */
    public static Optional<Endpoint> parse(String address, String port) {
        return IpAddress.parse(address)
                .flatMap(known -> PortNumber.parse(port).map(number -> new Endpoint(known, number)));
    }

    /** {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
    public String text() {
        return (address.family() == IpFamily.IPV4 ? address.text() : "[" + address.text() + "]") + ":" + port;
    }

    /** What a client on this machine connects to for a server that waits here. */
    public Endpoint connectable() {
        return new Endpoint(address.connectable(), port);
    }

    /** As people ask for it: {@code 127.0.0.1:53/udp}; TCP goes without saying. */
    public String target(Protocol protocol) {
        return text() + (protocol == Protocol.UDP ? "/" + protocol.text() : "");
    }

    @Override
    public String toString() {
        return text();
    }
}
