package dev.homeport.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetlinkDumpTests {

    private static final int DATA = 20;
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int INTERRUPTED = 0x10;

    private final NetlinkDump dump = new NetlinkDump();

    @Test
    void messagesOfSeveralDatagramsStandOneAfterTheOtherUntilTheDumpIsDone() throws IOException {
        dump.add(datagram(message(DATA, 0, 1, 2, 3, 4), message(DATA, 0, 5, 6, 7, 8)));
        assertThat(dump.isComplete()).isFalse();
        dump.add(datagram(message(DATA, 0, 9, 9, 9, 9), message(DONE, 0, 0, 0, 0, 0)));
        assertThat(dump.isComplete()).isTrue();
        assertThat(dump.messages().remaining()).isEqualTo(3 * 20);
        assertThat(dump.wasInterrupted()).isFalse();
    }

    @Test
    void answerThatRepeatsTheLastIsARepetition() throws IOException {
        dump.add(datagram(message(DATA, 0, 1, 2, 3, 4)));
        dump.add(datagram(message(DONE, 0, 0, 0, 0, 0)));
        NetlinkDump next = new NetlinkDump(dump);
        next.add(datagram(message(DATA, 0, 1, 2, 3, 4)));
        assertThat(next.isComplete()).isFalse();
        next.add(datagram(message(DONE, 0, 0, 0, 0, 0)));
        assertThat(next.isComplete()).isTrue();
        assertThat(next.isRepetition()).isTrue();
    }

    @Test
    void answerThatOnlyBeginsLikeTheLastIsWhole() throws IOException {
        dump.add(datagram(message(DATA, 0, 1, 2, 3, 4)));
        dump.add(datagram(message(DATA, 0, 5, 5, 5, 5), message(DONE, 0, 0, 0, 0, 0)));
        NetlinkDump next = new NetlinkDump(dump);
        next.add(datagram(message(DATA, 0, 1, 2, 3, 4)));
        next.add(datagram(message(DATA, 0, 6, 6, 6, 6)));
        next.add(datagram(message(DONE, 0, 0, 0, 0, 0)));
        assertThat(next.isRepetition()).isFalse();
        NetlinkDump alone = new NetlinkDump();
        alone.add(datagram(message(DATA, 0, 1, 2, 3, 4), message(DATA, 0, 6, 6, 6, 6), message(DONE, 0, 0, 0, 0, 0)));
        assertThat(next.messages()).isEqualTo(alone.messages());
        NetlinkDump third = new NetlinkDump(next);
        third.add(datagram(message(DATA, 0, 1, 2, 3, 4)));
        third.add(datagram(message(DATA, 0, 6, 6, 6, 6)));
        third.add(datagram(message(DONE, 0, 0, 0, 0, 0)));
        assertThat(third.isRepetition()).isTrue();
    }

    @Test
    void interruptedDumpSaysSo() throws IOException {
        dump.add(datagram(message(DATA, INTERRUPTED, 1, 2, 3, 4), message(DONE, 0, 0, 0, 0, 0)));
        assertThat(dump.wasInterrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, -2, ENOENT", "2, -1, EPERM", "3, -12, ENOMEM", "2, -99, error 99"})
    void refusalIsAnErrorThatSaysWhy(int type, int code, String why) {
        byte[] number = ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(code)
                .array();
        assertThatThrownBy(() -> dump.add(datagram(message(type, 0, number))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void messageThatReachesBeyondItsDatagramIsAnError() {
        ByteBuffer cut = datagram(message(DATA, 0, 1, 2, 3, 4));
        cut.limit(18);
        assertThatThrownBy(() -> dump.add(cut)).isInstanceOf(IOException.class).hasMessageContaining("20 bytes");
    }

    @Test
    void emptyDatagramIsAnErrorAndNotTheEnd() {
        assertThatThrownBy(() -> dump.add(ByteBuffer.allocate(0))).isInstanceOf(IOException.class);
        assertThat(dump.isComplete()).isFalse();
    }

    @Test
    void endlessAnswerIsAnErrorBeforeItFillsTheMemory() {
        byte[] large = message(DATA, 0, new byte[60_000]);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2000; i++) {
                        dump.add(datagram(large));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void whateverBytesComeTheOnlyExceptionIsTheOneThatIsSaid() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length >= 16 && random.nextBoolean()) {
                ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(random.nextInt(bytes.length + 20));
            }
            try {
                new NetlinkDump().add(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith("The kernel");
            }
        }
    }

    private static byte[] message(int type, int flags, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return message(type, flags, bytes);
    }

    private static byte[] message(int type, int flags, byte[] payload) {
        return ByteBuffer.allocate(NetlinkDump.padded(NetlinkDump.HEADER + payload.length))
                .order(ByteOrder.nativeOrder())
                .putInt(NetlinkDump.HEADER + payload.length)
                .putShort((short) type)
                .putShort((short) flags)
                .putInt(1)
                .putInt(0)
                .put(payload)
                .array();
    }

    private static ByteBuffer datagram(byte[]... messages) {
        int length = 0;
        for (byte[] message : messages) {
            length += message.length;
        }
        ByteBuffer datagram = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        for (byte[] message : messages) {
            datagram.put(message);
        }
        return datagram.flip().order(ByteOrder.nativeOrder());
    }
}
