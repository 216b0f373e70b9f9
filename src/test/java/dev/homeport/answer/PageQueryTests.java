package dev.homeport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageQueryTests {

    private static PageQuery query(String value) {
        return new PageQuery(Map.of("q", List.of(value)));
    }

    @Test
    void whatCannotBeSeenIsNoPartOfAnAddress() {
        assertThat(query("a\u202eb\u001b[31m c").href("/hosts")).isEqualTo("/hosts?q=ab%20c");
    }

    /** It would make a header that the server cannot send, and a link that it does not take. */
    @Test
    void whatIsTooLongForAnAddressLeadsToThePageAlone() {
        assertThat(query("x".repeat(3_000)).href("/hosts")).hasSizeGreaterThan(3_000);
        assertThat(query("x".repeat(9_000)).href("/hosts")).isEqualTo("/hosts");
    }
}
