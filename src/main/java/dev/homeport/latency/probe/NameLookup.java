package dev.homeport.latency.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Asks the system's resolver for a name, through Java, whose own memory of names is off (DOMAIN R3.10). A question cannot
 * be called back: what takes long is waited for.
 */
record NameLookup(String name) implements Exchange {

    @Override
    public long once() throws IOException {
        long start = System.nanoTime();
        InetAddress[] found = InetAddress.getAllByName(name);
        long took = System.nanoTime() - start;
        if (Arrays.stream(found).noneMatch(InetAddress::isLoopbackAddress)) {
            throw new UnknownHostException(name + " is no loopback address here");
        }
        return took;
    }

    @Override
    public int sockets() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
