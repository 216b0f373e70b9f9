package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FibTrieParserTests {

    private static final List<String> MERGED = """
            Main:
              +-- 0.0.0.0/0 3 0 5
                 |-- 0.0.0.0
                    /0 universe UNICAST
                 +-- 127.0.0.0/8 2 0 2
                    +-- 127.0.0.0/31 1 0 0
                       |-- 127.0.0.0
                          /8 host LOCAL
                       |-- 127.0.0.1
                          /32 host LOCAL
            Local:
              +-- 0.0.0.0/0 3 0 5
                 |-- 0.0.0.0
                    /0 universe UNICAST
                 +-- 127.0.0.0/8 2 0 2
                    +-- 127.0.0.0/31 1 0 0
                       |-- 127.0.0.0
                          /8 host LOCAL
                       |-- 127.0.0.1
                          /32 host LOCAL
                    |-- 127.255.255.255
                       /32 link BROADCAST
                 +-- 10.88.0.0/16 2 0 2
                    |-- 10.88.0.1
                       /32 host LOCAL
                    |-- 10.99.0.0
                       /16 universe BLACKHOLE
            """.lines().toList();

    @Test
    void whatTheMachineTakesForItsOwnIsReadOnce() {
        assertThat(FibTrieParser.parse(MERGED))
                .extracting(Route::text)
                .containsExactly(
                        "local 127.0.0.0/8", "local 127.0.0.1", "broadcast 127.255.255.255", "local 10.88.0.1");
    }

    @Test
    void routeThatTakesLoopbackAwayIsReadToo() {
        List<String> prohibited = """
                Local:
                  +-- 0.0.0.0/0 3 0 5
                       |-- 127.0.0.1
                          /32 universe PROHIBIT
                """.lines().toList();
        assertThat(FibTrieParser.parse(prohibited)).extracting(Route::text).containsExactly("prohibit 127.0.0.1");
    }

    @Test
    void namespaceWithoutRoutesHasNone() {
        assertThat(FibTrieParser.parse(List.of())).isEmpty();
        assertThat(FibTrieParser.parse(List.of("Main:", "Local:", "garbage", "   |-- no.address", "  /32 host LOCAL")))
                .isEmpty();
    }
}
