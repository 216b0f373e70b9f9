package dev.homeport.diagnosis.trouble;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An eBPF program that forbids this process' control group to connect to a port over IPv4 (bpf(2), {@code
 * BPF_CGROUP_INET4_CONNECT}), as sandboxes and some container networks do.
 */
final class ConnectPolicy {

    private static final List<Path> ROOTS = List.of(Path.of("/sys/fs/cgroup/unified"), Path.of("/sys/fs/cgroup"));

    private static final int PROG_LOAD = 5;
    private static final int PROG_ATTACH = 8;
    private static final int CGROUP_SOCK_ADDR = 18;
    private static final int CGROUP_INET4_CONNECT = 10;
    private static final int ATTRIBUTES = 128;

    private interface C extends Library {
        C LIBRARY = Native.load("c", C.class);

        NativeLong syscall(NativeLong number, Object... arguments) throws LastErrorException;

        int open(String path, int flags) throws LastErrorException;

        int close(int descriptor) throws LastErrorException;
    }

    private ConnectPolicy() {}

    /**
     * @return what lifts it again
     * @throws UnsupportedOperationException where this machine has no such groups, or does not let anybody load programs
     */
    static Scene.Ending forbidding(int port) throws Exception {
        Path root = root();
        if (root == null) {
            throw new UnsupportedOperationException("needs control groups of version 2 that may be written");
        }
        int program = load(port);
        Path group = Files.createDirectory(
                root.resolve("homeport-test-" + ProcessHandle.current().pid()));
        join(group);
        int directory = C.LIBRARY.open(group.toString(), 0);
        Memory attach = attributes();
        attach.setInt(0, directory);
        attach.setInt(4, program);
        attach.setInt(8, CGROUP_INET4_CONNECT);
        bpf(PROG_ATTACH, attach);
        return () -> {
            C.LIBRARY.close(program);
            C.LIBRARY.close(directory);
            join(root);
            Files.delete(group);
        };
    }

    /** Where control groups of version 2 are; null where they are not. */
    private static @Nullable Path root() {
        return ROOTS.stream()
                .filter(root -> Files.isWritable(root.resolve("cgroup.procs")))
                .findFirst()
                .orElse(null);
    }

    private static void join(Path group) throws Exception {
        Files.writeString(
                group.resolve("cgroup.procs"),
                Long.toString(ProcessHandle.current().pid()));
    }

    /** {@code return ctx->user_port != htons(port);} */
    private static int load(int port) {
        int swapped = Short.toUnsignedInt(Short.reverseBytes((short) port));
        int wanted = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? swapped : port;
        ByteBuffer code = ByteBuffer.allocateDirect(5 * 8).order(ByteOrder.nativeOrder());
        instruction(code, 0x61, 0x12, 24, 0); // r2 = *(u32 *)(r1 + 24)
        instruction(code, 0xb7, 0x00, 0, 1); // r0 = 1
        instruction(code, 0x55, 0x02, 1, wanted); // if r2 != wanted goto +1
        instruction(code, 0xb7, 0x00, 0, 0); // r0 = 0
        instruction(code, 0x95, 0x00, 0, 0); // exit
        Memory license = new Memory(4);
        license.setString(0, "GPL");
        Memory load = attributes();
        load.setInt(0, CGROUP_SOCK_ADDR);
        load.setInt(4, 5);
        load.setPointer(8, Native.getDirectBufferPointer(code));
        load.setPointer(16, license);
        load.setInt(68, CGROUP_INET4_CONNECT);
        try {
            return bpf(PROG_LOAD, load);
        } catch (LastErrorException e) {
            throw new UnsupportedOperationException("needs to load an eBPF program: " + e.getMessage(), e);
        }
    }

    private static void instruction(ByteBuffer code, int operation, int registers, int offset, int immediate) {
        boolean isBig = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
        int swapped = isBig ? (registers >> 4 | registers << 4) & 0xff : registers;
        code.put((byte) operation).put((byte) swapped).putShort((short) offset).putInt(immediate);
    }

    private static Memory attributes() {
        Memory attributes = new Memory(ATTRIBUTES);
        attributes.clear();
        return attributes;
    }

    private static int bpf(int command, Memory attributes) {
        NativeLong number = new NativeLong(Platform.isARM() ? 280 : 321);
        return C.LIBRARY.syscall(number, command, attributes, ATTRIBUTES).intValue();
    }
}
