package dev.homeport.platform.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * Sends ICMP echoes to a loopback address through a datagram socket of ICMP (icmp(7)), which Linux gives to the groups in
 * {@code net.ipv4.ping_group_range}, without any privilege. The kernel writes the identifier and the checksum, and hands
 * over only what answers. Used by one thread.
 */
public final class PingSocket implements AutoCloseable {

    private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;
    private static final int IPPROTO_ICMP = 1;
    private static final int IPPROTO_ICMPV6 = 58;

    private static final int EAGAIN = 11;
    private static final int EACCES = 13;

    /** Of {@code sockaddr_in6}, the longer one, and where the addresses stand in both. */
    private static final int ADDRESS_SIZE = 28;

    private static final int IPV4_ADDRESS = 4;
    private static final int IPV6_ADDRESS = 8;

    /** An ICMP header and what ping(8) sends after it. */
    private static final int MESSAGE = 64;

    private static final int SEQUENCE = 6;
    private static final byte ECHO = 8;
    private static final byte ECHO_V6 = (byte) 128;
    private static final long PATIENCE_SECONDS = 2;

    private final int descriptor;
    private final Memory message = new Memory(MESSAGE);
    private final Memory answer = new Memory(MESSAGE);
    private final NativeLong size = new NativeLong(MESSAGE);
    private short sequence;
    private boolean closed;

    private PingSocket(int descriptor, IpFamily family) {
        this.descriptor = descriptor;
        message.clear();
        message.setByte(0, family == IpFamily.IPV4 ? ECHO : ECHO_V6);
    }

    /** @throws IOException when the system has no such sockets, or does not let this process have one */
    public static PingSocket open(IpFamily family) throws IOException {
        if (OsFamily.current() != OsFamily.LINUX) {
            throw new IOException("Homeport sends ICMP on Linux alone: elsewhere it takes privileges");
        }
        boolean ipv4 = family == IpFamily.IPV4;
        int descriptor;
        try {
            descriptor =
                    LibC.socket(AddressFamily.number(family), SOCK_DGRAM_CLOEXEC, ipv4 ? IPPROTO_ICMP : IPPROTO_ICMPV6);
        } catch (LastErrorException e) {
            throw new IOException(refusal(e), e);
        } catch (LinkageError e) {
            throw new IOException("The C library cannot be called from here: " + e.getMessage(), e);
        }
        PingSocket socket = new PingSocket(descriptor, family);
        try {
            socket.connect(family);
            return socket;
        } catch (LastErrorException e) {
            socket.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String refusal(LastErrorException e) {
        return e.getErrorCode() == EACCES
                ? "Permission denied: net.ipv4.ping_group_range leaves out the groups of this process"
                : e.getMessage();
    }

    private void connect(IpFamily family) {
        LibC.limitReceiving(descriptor, PATIENCE_SECONDS);
        Memory address = new Memory(ADDRESS_SIZE);
        address.clear();
        address.setShort(0, (short) AddressFamily.number(family));
        byte[] loopback = IpAddress.loopback(family).bytes();
        address.write(family == IpFamily.IPV4 ? IPV4_ADDRESS : IPV6_ADDRESS, loopback, 0, loopback.length);
        LibC.connect(descriptor, address, ADDRESS_SIZE);
    }

    /**
     * One echo.
     *
     * @return nanoseconds until the answer came
     * @throws SocketTimeoutException when none came within two seconds
     */
    public synchronized long ping() throws IOException {
        if (closed) {
            throw new IOException("Closed");
        }
        sequence++;
        message.setShort(SEQUENCE, sequence);
        try {
            long start = System.nanoTime();
            LibC.send(descriptor, message, size, 0);
            do {
                LibC.recv(descriptor, answer, size, 0);
            } while (answer.getShort(SEQUENCE) != sequence);
            return System.nanoTime() - start;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EAGAIN) {
                throw (IOException) new SocketTimeoutException("No answer").initCause(e);
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Waits for an echo that is under way. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            LibC.close(descriptor);
        }
    }
}
