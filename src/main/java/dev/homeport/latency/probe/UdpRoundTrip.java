package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.JavaAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/**
 * Round trips of datagrams between two sockets of our own that are connected to each other: nobody else can send to
 * them, and they are in no list of listeners.
 */
final class UdpRoundTrip {

    private UdpRoundTrip() {}

    /** @throws IOException when the system has no such sockets, or forbids them */
    static Exchange open(IpAddress address, Threads threads) throws IOException {
        DatagramChannel near = bound(address);
        try {
            DatagramChannel far = bound(address);
            try {
                near.connect(far.getLocalAddress());
                far.connect(near.getLocalAddress());
                threads.start("echo-udp", new Echo(far));
                return new RoundTrip(near, far);
            } catch (IOException | RuntimeException e) {
                far.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            near.close();
            throw e;
        }
    }

    private static DatagramChannel bound(IpAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open(TcpRoundTrip.family(address));
        try {
            return channel.bind(new InetSocketAddress(JavaAddress.of(address), 0));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
