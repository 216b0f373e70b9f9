package dev.homeport.platform.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the C library that Java has not, bound through JNA when first used: a machine on which that fails
 * gets a {@link LinkageError} where it can be told, not at start.
 */
final class LibC {

    /** The size of an interface's name, its closing zero included: IF_NAMESIZE of if_indextoname(3). */
    static final int INTERFACE_NAME_SIZE = 16;

    /** Options of a socket itself (socket(7)). */
    static final int SOL_SOCKET = 1;

    private static final int SO_RCVTIMEO = 20;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    /** Lets a call that receives fail with EAGAIN after so long. */
    static void limitReceiving(int socket, long seconds) throws LastErrorException {
        Memory timeval = new Memory(2L * NativeLong.SIZE);
        timeval.setNativeLong(0, new NativeLong(seconds));
        timeval.setNativeLong(NativeLong.SIZE, new NativeLong(0));
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, timeval, (int) timeval.size());
    }

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    static native int setsockopt(int socket, int level, int option, Pointer value, int length)
            throws LastErrorException;

    static native int getsockopt(int socket, int level, int option, Pointer value, Pointer length)
            throws LastErrorException;

    static native int connect(int socket, Pointer address, int length) throws LastErrorException;

    static native NativeLong send(int socket, Pointer bytes, NativeLong length, int flags) throws LastErrorException;

    static native NativeLong recv(int socket, Pointer bytes, NativeLong length, int flags) throws LastErrorException;

    static native int open(String path, int flags) throws LastErrorException;

    static native int setns(int descriptor, int kind) throws LastErrorException;

    static native int close(int descriptor);

    static native @Nullable Pointer if_indextoname(int index, Pointer name);

    static native int getaddrinfo(Pointer node, @Nullable Pointer service, Pointer hints, PointerByReference result);

    static native void freeaddrinfo(Pointer result);

    static native @Nullable Pointer gai_strerror(int code);
}
