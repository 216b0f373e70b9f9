package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.platform.JavaAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/** Two UDP sockets of this process that are connected to each other over loopback. */
record DatagramPair(DatagramChannel near, DatagramChannel far) implements Closeable {

    /** @throws IOException when the system has no such sockets, or forbids them */
    static DatagramPair open(IpAddress address) throws IOException {
        DatagramPair pair = new DatagramPair(
                DatagramChannel.open(Loopback.family(address)), DatagramChannel.open(Loopback.family(address)));
        try {
            InetSocketAddress free = new InetSocketAddress(JavaAddress.of(address), 0);
            pair.near.bind(free);
            pair.far.bind(free);
            pair.near.connect(pair.far.getLocalAddress());
            pair.far.connect(pair.near.getLocalAddress());
            return pair;
        } catch (IOException | RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (far) {
            near.close();
        }
    }
}
