package dev.homeport.latency.probe;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.kernel.PingSocket;
import java.io.IOException;

/** ICMP echoes, where the system lets an ordinary process send them (DOMAIN R5.35). */
record IcmpEcho(PingSocket socket) implements Exchange {

    static Exchange open(IpFamily family) throws IOException {
        return new IcmpEcho(PingSocket.open(family));
    }

    @Override
    public long once() throws IOException {
        return socket.ping();
    }

    @Override
    public int sockets() {
        return 1;
    }

    @Override
    public void close() {
        socket.close();
    }
}
