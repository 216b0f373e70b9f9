package dev.homeport.sockets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.homeport.net.Protocol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages as the kernel lays them out ({@code linux/inet_diag.h}), and such as it never would. */
class SockDiagParserTests {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int LISTEN = 10;
    private static final int CLOSE = 7;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] ANY6 = new byte[16];
    private static final byte[] LINK_LOCAL = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final SockDiagParser tcp = new SockDiagParser(Protocol.TCP, index -> "eth" + index);

    @Test
    void listenerHasEverythingThatTheKernelTells() {
        assertThat(tcp.parse(message(AF_INET, LISTEN, 8080, LOOPBACK, 3)))
                .containsExactly(new SocketRow(
                        Protocol.TCP,
                        true,
                        SocketFamily.IPV4,
                        Rows.tcp("127.0.0.1", 1, null).address(),
                        8080,
                        null,
                        "eth3",
                        new AcceptQueue(4, 128),
                        new SocketInode(77_777, 1000, 0x1122334455667788L),
                        List.of()));
    }

    @Test
    void wildcardIsDualOrNotAsItsAttributeSays() {
        assertThat(tcp.parse(message(AF_INET6, LISTEN, 80, ANY6, 0, 15, 1, 99, 11, 1, 0)))
                .extracting(SocketRow::family, SocketRow::v6only)
                .containsExactly(tuple(SocketFamily.DUAL, false));
        assertThat(tcp.parse(message(AF_INET6, LISTEN, 80, ANY6, 0, 11, 1, 1)))
                .extracting(SocketRow::family, SocketRow::v6only)
                .containsExactly(tuple(SocketFamily.IPV6, true));
    }

    @Test
    void wildcardWithoutTheAttributeIsUnknown() {
        assertThat(tcp.parse(message(AF_INET6, LISTEN, 80, ANY6, 0)))
                .singleElement()
                .satisfies(row -> assertThat(row.family()).isEqualTo(SocketFamily.UNKNOWN))
                .satisfies(row -> assertThat(row.v6only()).isNull());
    }

    @Test
    void linkLocalAddressBearsItsZone() {
        assertThat(tcp.parse(message(AF_INET6, LISTEN, 80, LINK_LOCAL, 2, 11, 1, 1)))
                .singleElement()
                .satisfies(row -> assertThat(row.address().text()).isEqualTo("fe80::1%eth2"));
    }

    @Test
    void boundSocketDoesNotListenAndHasNoQueue() {
        assertThat(tcp.parse(message(AF_INET, CLOSE, 80, LOOPBACK, 0)))
                .singleElement()
                .satisfies(row -> assertThat(row.isListening()).isFalse())
                .satisfies(row -> assertThat(row.queue()).isNull());
    }

    @Test
    void unconnectedUdpWaitsForPeers() {
        assertThat(new SockDiagParser(Protocol.UDP, index -> "lo").parse(message(AF_INET, CLOSE, 53, LOOPBACK, 0)))
                .singleElement()
                .satisfies(row -> assertThat(row.isListening()).isTrue())
                .satisfies(row -> assertThat(row.queue()).isNull());
    }

    @Test
    void unboundPortAndForeignFamilyAreNoRows() {
        assertThat(tcp.parse(message(AF_INET, LISTEN, 0, LOOPBACK, 0))).isEmpty();
        assertThat(tcp.parse(message(17, LISTEN, 80, LOOPBACK, 0))).isEmpty();
    }

    @Test
    void everyCutOfAMessageIsReadWithoutAnException() {
        ByteBuffer whole = message(AF_INET6, LISTEN, 80, ANY6, 0, 15, 1, 99, 11, 1, 0);
        for (int length = 0; length < whole.limit(); length++) {
            ByteBuffer cut = whole.duplicate().order(ByteOrder.nativeOrder());
            cut.limit(length);
            assertThat(tcp.parse(cut)).isEmpty();
        }
    }

    @Test
    void hostileLengthsAndBytesAreReadWithoutAnException() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            ByteBuffer hostile = message(AF_INET6, LISTEN, 80, ANY6, 0, 15, 1, 99, 11, 1, 0);
            for (int k = 0; k < 1 + random.nextInt(8); k++) {
                hostile.put(random.nextInt(hostile.limit()), (byte) random.nextInt());
            }
            assertThat(tcp.parse(hostile)).hasSizeLessThanOrEqualTo(1);
        }
    }

    /**
     * A message with attributes.
     *
     * @param attributes type, length of the value, value bytes, and so on
     */
    private static ByteBuffer message(int family, int state, int port, byte[] address, int device, int... attributes) {
        ByteBuffer message = ByteBuffer.allocate(200).order(ByteOrder.nativeOrder());
        message.putInt(0).putShort((short) 20).putShort((short) 2).putInt(1).putInt(0);
        message.put((byte) family).put((byte) state).putShort((short) 0);
        message.put((byte) (port >> 8)).put((byte) port).putShort((short) 0);
        message.put(address).position(16 + 40);
        message.putInt(device).putLong(0x1122334455667788L).putInt(0);
        message.putInt(4).putInt(128).putInt(1000).putInt(77_777);
        for (int i = 0; i < attributes.length; i += 2 + attributes[i + 1]) {
            message.putShort((short) (4 + attributes[i + 1])).putShort((short) attributes[i]);
            for (int k = 0; k < attributes[i + 1]; k++) {
                message.put((byte) attributes[i + 2 + k]);
            }
            message.position(message.position() + 3 & ~3);
        }
        message.putInt(0, message.position());
        return message.flip().order(ByteOrder.nativeOrder());
    }
}
