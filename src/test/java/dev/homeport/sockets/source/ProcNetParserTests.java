package dev.homeport.sockets.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are DOMAIN R2.3's; tables are those of a little-endian machine. */
class ProcNetParserTests {

    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt\n";
    private static final String REST = " 00:00000000 00000000  1000        0 4242 1 0000000000000000 100 0 0 10 0";

    @ParameterizedTest
    @CsvSource({
        "0100007F:1F90, 127.0.0.1, 8080",
        "00000000:0050, 0.0.0.0, 80",
        "0B00007F:970D, 127.0.0.11, 38669",
    })
    void ipv4AddressIsANumberOfTheMachine(String printed, String address, int port) throws IOException {
        assertThat(tcp(IpFamily.IPV4, "0: " + printed + " 00000000:0000 0A 00000000:00000003" + REST))
                .singleElement()
                .satisfies(row -> assertThat(row.address().text()).isEqualTo(address))
                .satisfies(row -> assertThat(row.port()).isEqualTo(port))
                .satisfies(row -> assertThat(row.queue()).isEqualTo(new AcceptQueue(3, null)))
                .satisfies(row -> assertThat(row.inode()).isEqualTo(new SocketInode(4242, 1000, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000001000000, ::1, IPV6",
        "0000000000000000FFFF00000100007F, ::ffff:127.0.0.1, IPV4",
        "0000000000000000FFFF000000000000, ::ffff:0.0.0.0, IPV4",
        "00000000000000000000000000000000, ::, UNKNOWN",
        "000080FE00000000FF005450B6AD1DFE, fe80::5054:ff:fe1d:adb6, IPV6",
    })
    void ipv6AddressIsFourNumbers(String printed, String address, SocketFamily family) throws IOException {
        String peer = "00000000000000000000000000000000:0000";
        assertThat(tcp(IpFamily.IPV6, "0: " + printed + ":0016 " + peer + " 0A 00000000:00000000" + REST))
                .singleElement()
                .satisfies(row -> assertThat(row.address().text()).isEqualTo(address))
                .satisfies(row -> assertThat(row.family()).isEqualTo(family));
    }

    @Test
    void bigEndianMachinePrintsTheNetworksOrder() throws IOException {
        List<SocketRow> rows = new ArrayList<>();
        new ProcNetParser(Protocol.TCP, IpFamily.IPV4, ByteOrder.BIG_ENDIAN)
                .parse(table("0: 7F000001:1F90 00000000:0000 0A 00000000:00000000" + REST), rows::add);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.address().text()).isEqualTo("127.0.0.1"));
    }

    @Test
    void onlyListenersOfTcpAndUnconnectedSocketsOfUdpAreRows() throws IOException {
        String established = "0: 0100007F:1F90 0100007F:9999 01 00000000:00000000" + REST;
        String timeWait = "1: 0100007F:1F90 0100007F:9998 06 00000000:00000000 03:00000176 00000000 0 0 0 3 0";
        String unconnected = "2: 0100007F:0035 00000000:0000 07 00000000:00000000" + REST + " 7";
        String listenByMistake = "3: 0100007F:0036 00000000:0000 0A 00000000:00000000" + REST;
        assertThat(tcp(IpFamily.IPV4, established, timeWait, unconnected)).isEmpty();
        List<SocketRow> udp = new ArrayList<>();
        new ProcNetParser(Protocol.UDP, IpFamily.IPV4, ByteOrder.LITTLE_ENDIAN)
                .parse(table(established, unconnected, listenByMistake), udp::add);
        assertThat(udp).extracting(SocketRow::port).containsExactly(53);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1: 00000000:0000 00000000:0000 07 0:0 0 0",
                "garbage",
                "0: 0100007:1F90 00000000:0000 0A 00000000:00000000 0:0 0 0 0 1",
                "0: 0100007F:XXXX 00000000:0000 0A 00000000:00000000 0:0 0 0 0 1",
                "0: 0100007F:1F90 00000000:0000 ZZ 00000000:00000000 0:0 0 0 0 1",
                "0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 0:0 0 root 0 1",
                "0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 0:0 0 0 0 one",
                "0: 0100007F 00000000:0000 0A 00000000:00000000 0:0 0 0 0 1",
                "0: 0100007F:1F90F 00000000:0000 0A 00000000:00000000 0:0 0 0 0 1",
            })
    void badRowIsCountedAndTheRestIsRead(String bad) throws IOException {
        List<SocketRow> rows = new ArrayList<>();
        String good = "9: 0100007F:0050 00000000:0000 0A 00000000:00000000" + REST;
        int count = new ProcNetParser(Protocol.TCP, IpFamily.IPV4, ByteOrder.LITTLE_ENDIAN)
                .parse(table(bad, good), rows::add);
        assertThat(count).isEqualTo(1);
        assertThat(rows).extracting(SocketRow::port).containsExactly(80);
    }

    @Test
    void whateverTheTableHoldsItIsReadWithoutAnException() throws IOException {
        Random random = new Random(3);
        String good = "9: 0100007F:0050 00000000:0000 0A 00000000:00000000" + REST;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(good);
            for (int k = 0; k < 1 + random.nextInt(6); k++) {
                line.setCharAt(random.nextInt(line.length()), (char) (random.nextInt(96) + 32));
            }
            line.setLength(random.nextInt(line.length() + 1));
            tcp(IpFamily.IPV4, line.toString());
        }
    }

    private static List<SocketRow> tcp(IpFamily family, String... lines) throws IOException {
        List<SocketRow> rows = new ArrayList<>();
        new ProcNetParser(Protocol.TCP, family, ByteOrder.LITTLE_ENDIAN).parse(table(lines), rows::add);
        return rows;
    }

    private static BufferedReader table(String... lines) {
        return new BufferedReader(new StringReader(HEADER + String.join("\n", lines) + "\n"));
    }
}
