package dev.homeport.platform.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.homeport.platform.InterfaceCounters;
import org.junit.jupiter.api.Test;

class NetDevTableTests {

    @Test
    void trafficIsReadByColumns() {
        String table = """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo: 100 2 0 0 0 0 0 0 100 2 0 0 0 0 0 0
                  eth0:1000 20 3 4 0 0 0 0 500 10 5 6 0 0 0 0
                  a:b: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0
                broken: x y
                 short: 1 2 3
                """;
        assertThat(NetDevTable.parse(table.lines()).rows())
                .as("in the order of the table")
                .containsExactly(
                        entry("lo", new InterfaceCounters(100, 2, 0, 0, 100, 2, 0, 0L)),
                        entry("eth0", new InterfaceCounters(1000, 20, 3, 4, 500, 10, 5, 6L)),
                        entry("a:b", new InterfaceCounters(1, 2, 3, 4, 5, 6, 7, 8L)));
    }
}
