package dev.homeport.latency.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real kernel counts, and what is made of it (DOMAIN 7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersInNamespaceTests {

    private static final Pattern SENT_AND_LOST = Pattern.compile("out (?<sent>\\d+), lost (?<lost>\\d+)");

    private final Map<String, List<String>> found = new HashMap<>();

    @BeforeAll
    void run() throws Exception {
        Namespace.run("ip link set lo up", CounterStates.class).forEach(line -> found.put(line[0], List.of(line)));
    }

    /** All findings, the last of which has these words. */
    @ParameterizedTest
    @CsvSource({
        "at first,          '',                                ''",
        "five datagrams,    '',                                ''",
        "lost datagrams,    udp-receive-errors/warning,                'java ('",
        "lost datagrams,    udp-receive-errors/warning,                'UDP port 5454'",
        "'leak, first look', udp-receive-errors/warning,               ''",
        "leak,              close-wait/warning udp-receive-errors/warning,     ''",
        "half of the ports, ephemeral-ports/warning udp-receive-errors/warning, ''",
        "nearly all ports,  ephemeral-ports/error udp-receive-errors/warning, ''"
    })
    void whatTheKernelCountsIsFound(String state, String ids, String words) {
        assertThat(found).containsKey(state);
        assertThat(found.get(state).get(1)).isEqualTo(ids);
        assertThat(found.get(state).get(2)).contains(words);
    }

    @Test
    void anOverflowIsFoundAtOnce() {
        assertThat(found.get("overflow").get(1)).contains("listen-overflow/warning");
    }

    /** OSHI would tell five errors and nothing sent (R7.6). A Homeport that runs on this machine may send some there too. */
    @ParameterizedTest
    @CsvSource({"five datagrams, 5, 0, 0", "lost datagrams, 1005, 900, 999"})
    void udpIsCountedInTheRightColumns(String state, int leastSent, int leastLost, int mostLost) {
        Matcher counted = SENT_AND_LOST.matcher(found.get(state).get(3));
        assertThat(counted.matches()).isTrue();
        assertThat(Integer.parseInt(counted.group("sent"))).isGreaterThanOrEqualTo(leastSent);
        assertThat(Integer.parseInt(counted.group("lost"))).isBetween(leastLost, mostLost);
    }
}
