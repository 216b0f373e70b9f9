package dev.homeport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.IntByReference;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A socket made with the system's own calls, for what Java's sockets cannot be: dual-stack or not, bound to a device or
 * a foreign address, bound without listening, held by several processes. Its descriptor is inherited by processes that
 * {@link #spawnHolder} starts. Linux only.
 */
public final class NativeSocket implements AutoCloseable {

    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_DGRAM = 2;
    private static final int POLLIN = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_REUSEPORT = 15;
    private static final int SO_BINDTODEVICE = 25;
    private static final int IPPROTO_IP = 0;
    private static final int IP_FREEBIND = 15;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int SCM_RIGHTS = 1;
    private static final int SIGKILL = 9;

    private final int descriptor;
    private final boolean ipv6;
    private final boolean isDatagram;

    private NativeSocket(int descriptor, boolean ipv6, boolean isDatagram) {
        this.descriptor = descriptor;
        this.ipv6 = ipv6;
        this.isDatagram = isDatagram;
    }

    /** A TCP socket of that family, not bound yet. */
    public static NativeSocket tcp(IpFamily family) {
        return open(family, 1);
    }

    /** A UDP socket of that family, not bound yet. */
    public static NativeSocket udp(IpFamily family) {
        return open(family, SOCK_DGRAM);
    }

    private static NativeSocket open(IpFamily family, int type) {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "needs Linux");
        boolean ipv6 = family == IpFamily.IPV6;
        return new NativeSocket(C.socket(ipv6 ? AF_INET6 : AF_INET, type, 0), ipv6, type == SOCK_DGRAM);
    }

    public NativeSocket v6only(boolean on) {
        return option(IPPROTO_IPV6, IPV6_V6ONLY, on ? 1 : 0);
    }

    public NativeSocket reusePort() {
        return option(SOL_SOCKET, SO_REUSEPORT, 1);
    }

    public NativeSocket reuseAddress() {
        return option(SOL_SOCKET, SO_REUSEADDR, 1);
    }

    public NativeSocket freebind() {
        return option(IPPROTO_IP, IP_FREEBIND, 1);
    }

    public NativeSocket device(String name) {
        Memory value = new Memory(16);
        value.clear();
        value.setString(0, name);
        try {
            C.setsockopt(descriptor, SOL_SOCKET, SO_BINDTODEVICE, value, 16);
        } catch (LastErrorException e) {
            assumeTrue(false, "may not bind to a device: " + e.getMessage());
        }
        return this;
    }

    private NativeSocket option(int level, int name, int value) {
        C.setsockopt(
                descriptor,
                level,
                name,
                memory(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(value)),
                4);
        return this;
    }

    /** Bound to {@code address}; port 0 takes a free one. */
    public NativeSocket bind(String address, int port) {
        Memory name = address(address, port);
        C.bind(descriptor, name, (int) name.size());
        return this;
    }

    public NativeSocket listen(int backlog) {
        C.listen(descriptor, backlog);
        return this;
    }

    public NativeSocket connect(String address, int port) {
        Memory name = address(address, port);
        C.connect(descriptor, name, (int) name.size());
        return this;
    }

    /** Sends these bytes to whom it is connected. */
    public void send(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        C.send(descriptor, memory, new NativeLong(bytes.length), 0);
    }

    /** Whether a connection waits to be accepted, or a datagram to be read; takes it out. */
    public boolean takesOne() {
        Memory poll = new Memory(8);
        poll.setInt(0, descriptor);
        poll.setInt(4, POLLIN);
        if (C.poll(poll, new NativeLong(1), 0) < 1) {
            return false;
        }
        if (isDatagram) {
            C.recv(descriptor, new Memory(64), new NativeLong(64), 0);
        } else {
            C.close(C.accept(descriptor, null, null));
        }
        return true;
    }

    /** The kernel's number of this socket. */
    public long inode() {
        try {
            String link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return Long.parseLong(link.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        Memory name = new Memory(28);
        C.getsockname(descriptor, name, new IntByReference(28));
        return name.getByteBuffer(2, 2).order(ByteOrder.BIG_ENDIAN).getShort(0) & 0xffff;
    }

    private Memory address(String literal, int port) {
        IpAddress address = IpAddress.parse(literal).orElseThrow();
        ByteBuffer name = ByteBuffer.allocate(ipv6 ? 28 : 16).order(ByteOrder.nativeOrder());
        name.putShort((short) (ipv6 ? AF_INET6 : AF_INET))
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) port);
        if (ipv6) {
            name.putInt(0).putLong(address.high()).putLong(address.low());
            name.order(ByteOrder.nativeOrder()).putInt(zoneIndex(address));
        } else {
            name.putInt((int) address.low());
        }
        return memory(name);
    }

    private static int zoneIndex(IpAddress address) {
        return address.zone() == null ? 0 : C.if_nametoindex(address.zone());
    }

    /**
     * Sends this socket's descriptor over a Unix socket and closes it here: until somebody takes it out, no process
     * holds it.
     */
    public InFlight send() {
        Memory pair = new Memory(8);
        C.socketpair(AF_UNIX, 1, 0, pair);
        InFlight flight = new InFlight(pair.getInt(0), pair.getInt(4), ipv6);
        Memory message = message(flight.control);
        flight.control.setNativeLong(0, new NativeLong(NativeLong.SIZE + 12L));
        flight.control.setInt(NativeLong.SIZE, SOL_SOCKET);
        flight.control.setInt(NativeLong.SIZE + 4, SCM_RIGHTS);
        flight.control.setInt(NativeLong.SIZE + 8, descriptor);
        C.sendmsg(flight.from, message, 0);
        close();
        return flight;
    }

    /** {@code struct msghdr} of one byte and {@code control}, on 64 bits. */
    private static Memory message(Memory control) {
        Memory vector = new Memory(16);
        vector.setPointer(0, new Memory(1));
        vector.setLong(8, 1);
        KEPT.add(vector);
        Memory message = new Memory(56);
        message.clear();
        message.setPointer(16, vector);
        message.setLong(24, 1);
        message.setPointer(32, control);
        message.setLong(40, control.size());
        return message;
    }

    private static final Deque<Object> KEPT = new ArrayDeque<>();

    /** A descriptor on its way. */
    public static final class InFlight implements AutoCloseable {

        private final int from;
        private final int to;
        private final boolean ipv6;
        private final Memory control = new Memory(NativeLong.SIZE + 16L);

        private InFlight(int from, int to, boolean ipv6) {
            this.from = from;
            this.to = to;
            this.ipv6 = ipv6;
        }

        /** Takes it out, into this process. */
        public NativeSocket receive() {
            C.recvmsg(to, message(control), 0);
            return new NativeSocket(control.getInt(NativeLong.SIZE + 8), ipv6, false);
        }

        @Override
        public void close() {
            C.close(from);
            C.close(to);
        }
    }

    /** Starts a process that inherits all native sockets and does nothing. */
    public static Holder spawnHolder() {
        IntByReference pid = new IntByReference();
        StringArray arguments = new StringArray(new String[] {"sleep", "600"});
        int error = C.posix_spawn(pid, "/bin/sleep", null, null, arguments, new StringArray(new String[0]));
        assumeTrue(error == 0, "needs /bin/sleep");
        return new Holder(pid.getValue());
    }

    /** A process that holds sockets. */
    public record Holder(int pid) implements AutoCloseable {

        /** Ends it and waits until it is gone. */
        @Override
        public void close() {
            C.kill(pid, SIGKILL);
            C.waitpid(pid, null, 0);
        }
    }

    private static Memory memory(ByteBuffer bytes) {
        Memory memory = new Memory(bytes.capacity());
        memory.write(0, bytes.array(), 0, bytes.capacity());
        return memory;
    }

    @Override
    public void close() {
        C.close(descriptor);
    }

    private static final class C {

        static {
            Native.register(C.class, "c");
        }

        static native int socket(int domain, int type, int protocol) throws LastErrorException;

        static native int socketpair(int domain, int type, int protocol, Pointer pair) throws LastErrorException;

        static native int setsockopt(int socket, int level, int option, Pointer value, int length)
                throws LastErrorException;

        static native int bind(int socket, Pointer name, int length) throws LastErrorException;

        static native int listen(int socket, int backlog) throws LastErrorException;

        static native int connect(int socket, Pointer name, int length) throws LastErrorException;

        static native int getsockname(int socket, Pointer name, IntByReference length) throws LastErrorException;

        static native NativeLong sendmsg(int socket, Pointer message, int flags) throws LastErrorException;

        static native NativeLong recvmsg(int socket, Pointer message, int flags) throws LastErrorException;

        static native int posix_spawn(
                IntByReference pid,
                String path,
                Pointer actions,
                Pointer attributes,
                StringArray arguments,
                StringArray environment);

        static native int if_nametoindex(String name);

        static native int poll(Pointer polls, NativeLong count, int timeoutMillis);

        static native int accept(int socket, Pointer name, Pointer length) throws LastErrorException;

        static native NativeLong recv(int socket, Pointer bytes, NativeLong length, int flags)
                throws LastErrorException;

        static native NativeLong send(int socket, Pointer bytes, NativeLong length, int flags)
                throws LastErrorException;

        static native int kill(int pid, int signal);

        static native int waitpid(int pid, Pointer status, int options);

        static native int close(int descriptor);
    }
}
