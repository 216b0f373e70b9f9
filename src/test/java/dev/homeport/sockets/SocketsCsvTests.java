package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketsCsvTests {

    @Test
    void headerNamesTheColumnsAndEachSocketIsARow() {
        String csv = SocketsCsv.of(
                List.of(Fixtures.tcp("127.0.0.1", 5432, "postgres"), Fixtures.tcp("::1", 22, Fixtures.hidden())));
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .startsWith("protocol,family,address,port,scope,service,role,owner,pid,process,user,commandLine");
        assertThat(lines[1])
                .startsWith("tcp,ipv4,127.0.0.1,5432,loopback,postgresql,server,visible,")
                .contains(",postgres,alice,");
        assertThat(lines[2]).startsWith("tcp,ipv6,::1,22,loopback,ssh,server,hidden,,,,,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"})
    void formulaIsDefused(String name) {
        ListeningSocket socket = Fixtures.tcp("127.0.0.1", 1, Fixtures.visible(Fixtures.process(7, name, "alice")));
        assertThat(SocketsCsv.of(List.of(socket))).contains(",\"'" + name + "\",");
    }

    @Test
    void quotesCommasAndBreaksAreQuoted() {
        ListeningSocket socket = Fixtures.tcp("127.0.0.1", 1, Fixtures.visible(Fixtures.process(7, "a\"b,c", "alice")));
        assertThat(SocketsCsv.of(List.of(socket))).contains(",\"a\"\"b,c\",");
    }

    @Test
    void severalOwnersShareACell() {
        Owner owners = Fixtures.visible(Fixtures.process(7, "a", "x"), Fixtures.process(8, "b", "y"));
        assertThat(SocketsCsv.of(List.of(Fixtures.tcp("127.0.0.1", 1, owners)))).contains(",7 8,a b,x y,");
    }

    @Test
    void fileNameHasHostAndTimeAndNothingElse() {
        assertThat(SocketsCsv.fileName("my box/../\"x", Fixtures.TAKEN_AT))
                .isEqualTo("homeport-sockets-my_box_..__x-20260101T120000Z.csv");
    }
}
