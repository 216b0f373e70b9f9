package dev.homeport.platform.kernel;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks the C library's own {@code getaddrinfo}, as native programs do: Java's look-up hides what it does not know itself,
 * keeps answers for half a minute and puts IPv4 first (DOMAIN R3.2, R3.3, R3.10). It may ask name servers, and block for
 * as long as they take.
 */
public final class SystemResolver {

    private static final int SOCK_STREAM = 1;

    /** Of {@code struct addrinfo} and {@code sockaddr} on 64-bit Linux. */
    private static final int SIZE = 48;

    private static final int FAMILY = 4;
    private static final int SOCKET_TYPE = 8;
    private static final int ADDRESS = 24;
    private static final int NEXT = 40;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 8;
    private static final int IPV6_SCOPE = 24;

    private SystemResolver() {}

    /**
     * The addresses in the order in which the system returns them.
     *
     * @throws IOException with the system's own words when it finds none
     */
    public static List<IpAddress> ask(OsFamily osFamily, String name) throws IOException {
        return osFamily == OsFamily.LINUX && Native.POINTER_SIZE == Long.BYTES ? askLibC(name) : askJava(name);
    }

    private static List<IpAddress> askJava(String name) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(name))
                .map(address -> IpAddress.of(address.getAddress()))
                .toList();
    }

    private static List<IpAddress> askLibC(String name) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        try (Memory node = new Memory(bytes.length + 1L);
                Memory hints = new Memory(SIZE)) {
            node.write(0, bytes, 0, bytes.length);
            node.setByte(bytes.length, (byte) 0);
            hints.clear();
            hints.setInt(SOCKET_TYPE, SOCK_STREAM);
            PointerByReference result = new PointerByReference();
            int code = LibC.getaddrinfo(node, null, hints, result);
            if (code != 0) {
                Pointer words = LibC.gai_strerror(code);
                throw new IOException(words == null ? "getaddrinfo says " + code : words.getString(0));
            }
            try {
                return addresses(result.getValue());
            } finally {
                LibC.freeaddrinfo(result.getValue());
            }
        }
    }

    private static List<IpAddress> addresses(Pointer first) {
        List<IpAddress> addresses = new ArrayList<>();
        for (Pointer info = first; info != null; info = info.getPointer(NEXT)) {
            Pointer socketAddress = info.getPointer(ADDRESS);
            if (info.getInt(FAMILY) == AddressFamily.number(IpFamily.IPV4)) {
                addresses.add(IpAddress.of(socketAddress.getByteArray(IPV4_BYTES, 4)));
            } else {
                IpAddress plain = IpAddress.of(socketAddress.getByteArray(IPV6_BYTES, 16));
                int scope = socketAddress.getInt(IPV6_SCOPE);
                addresses.add(scope == 0 ? plain : plain.withZone(Integer.toString(scope)));
            }
        }
        return addresses;
    }
}
