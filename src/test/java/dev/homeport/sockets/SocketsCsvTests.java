package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketsCsvTests {

    @Test
    void headerNamesTheColumnsAndEachSocketIsARow() {
        String csv =
                csv(List.of(Fixtures.tcp("127.0.0.1", 5432, "postgres"), Fixtures.tcp("::1", 22, Fixtures.hidden())));
        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .startsWith("protocol,family,address,port,scope,service,role,owner,pid,process,user,commandLine");
        assertThat(lines[1])
                .startsWith("tcp,ipv4,127.0.0.1,5432,loopback,postgresql,server,visible,")
                .contains(",postgres,alice,");
        assertThat(lines[2]).startsWith("tcp,ipv6,::1,22,loopback,ssh,server,hidden,,,,,,");
    }

    @Test
    void severalOwnersShareACell() {
        Owner owners = Fixtures.visible(Fixtures.process(7, "a", "x"), Fixtures.process(8, "b", "y"));
        assertThat(csv(List.of(Fixtures.tcp("127.0.0.1", 1, owners)))).contains(",7 8,a b,x y,");
    }

    private static String csv(List<ListeningSocket> sockets) {
        return SocketsCsv.of(sockets, "box", Fixtures.TAKEN_AT).getBody();
    }
}
