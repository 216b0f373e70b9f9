package dev.homeport.platform;

import com.sun.jna.LastErrorException;
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

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

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
