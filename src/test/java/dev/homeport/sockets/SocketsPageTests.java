package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SocketsPageTests {

    private static final ListeningSocket[] SOCKETS = {
        Fixtures.tcp("0.0.0.0", 80, "nginx"),
        Fixtures.tcp("::1", 3000, "node"),
        Fixtures.tcp("127.0.0.1", 3000, "node"),
        Fixtures.tcp("192.168.1.5", 443, "caddy"),
        Fixtures.udp("0.0.0.0", 3000, "app"),
        Fixtures.tcp("0.0.0.0", 22, Fixtures.hidden()),
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port     | 22 80 443 3000 3000 3000",
                "-port    | 3000 3000 3000 443 80 22",
                "process  | 3000 443 80 3000 3000 22",
                "scope    | 3000 3000 443 22 80 3000",
                "address  | 22 80 3000 3000 443 3000",
                "protocol | 22 80 443 3000 3000 3000",
                "service  | 3000 3000 3000 80 443 22",
            })
    void rowsAreSortedByTheChosenColumn(String sort, String ports) {
        assertThat(page("sort", sort).rows().stream()
                        .map(row -> Integer.toString(row.socket().port())))
                .containsExactly(ports.split(" "));
    }

    @Test
    void eachColumnSortsBothWaysWithoutAnError() {
        for (SocketColumn column : SocketColumn.values()) {
            assertThat(page("sort", column.text()).rows()).hasSize(SOCKETS.length);
            assertThat(page("sort", "-" + column.text()).rows()).hasSize(SOCKETS.length);
        }
    }

    @Test
    void rowsThatHaveNothingInTheColumnComeLastBothWays() {
        List<ListeningSocket> odd = Fixtures.oddSockets();
        for (boolean descending : new boolean[] {false, true}) {
            assertThat(odd.stream().sorted(SocketColumn.QUEUE.order(descending)))
                    .last()
                    .satisfies(socket -> assertThat(socket.acceptQueue()).isNull());
        }
        assertThat(odd.stream().sorted(SocketColumn.QUEUE.order(true)))
                .first()
                .satisfies(socket -> assertThat(socket.isFull()).isTrue());
    }

    @Test
    void headerTellsTheOrderAndReversesIt() {
        SocketsPage page = page("sort", "process");
        assertThat(page.ariaSort(SocketColumn.PROCESS)).contains("ascending");
        assertThat(page.ariaSort(SocketColumn.PORT)).isEmpty();
        assertThat(page.links().sortedBy(SocketColumn.PROCESS)).isEqualTo("/sockets?sort=-process");
        assertThat(page("sort", "-process").ariaSort(SocketColumn.PROCESS)).contains("descending");
        assertThat(page("sort", "-process").links().sortedBy(SocketColumn.PROCESS))
                .isEqualTo("/sockets?sort=process");
    }

    @Test
    void columnOrLimitThatIsNoneIsNamed() {
        assertThatThrownBy(() -> page("sort", "colour")).hasMessageContaining("sort takes one of port, protocol");
        assertThatThrownBy(() -> page("limit", "0")).hasMessageContaining("limit takes a number of rows");
        assertThatThrownBy(() -> page("limit", "many")).hasMessageContaining("limit takes a number of rows");
    }

    @Test
    void firstTwoHundredRowsAreShownAndTheRestOnDemand() {
        ListeningSocket[] many = IntStream.rangeClosed(1, 5000)
                .mapToObj(port -> Fixtures.tcp("127.0.0.1", port, "many"))
                .toArray(ListeningSocket[]::new);
        SocketsPage page = page(many, new LinkedMultiValueMap<>());
        assertThat(page.rows()).hasSize(200);
        assertThat(page.rest()).isEqualTo(4800);
        assertThat(page.links().withRows(page.allRows())).isEqualTo("/sockets?limit=5000");
        MultiValueMap<String, String> filtered = new LinkedMultiValueMap<>();
        filtered.add("q", "port:4999");
        assertThat(page(many, filtered).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.socket().port()).isEqualTo(4999));
    }

    @Test
    void chipsCountWhatTheyWouldShowBesideTheOtherChoices() {
        SocketsPage page = page("protocol", "tcp");
        assertThat(page.scopes()).extracting(SocketsPage.Chip::text).containsExactly("loopback", "address", "all");
        assertThat(page.scopes()).extracting(SocketsPage.Chip::count).containsExactly(2L, 1L, 2L);
        assertThat(page.protocols()).extracting(SocketsPage.Chip::count).containsExactly(5L, 1L);
        assertThat(page.protocols().get(0).chosen()).isTrue();
        assertThat(page.protocols().get(0).href()).isEqualTo("/sockets");
        assertThat(page.scopes().get(0).href()).isEqualTo("/sockets?protocol=tcp&scope=loopback");
    }

    @Test
    void rowOpensAndClosesByItsLink() {
        String id = SOCKETS[0].id();
        assertThat(page("open", id).rows())
                .filteredOn(row -> row.details() != null)
                .singleElement()
                .satisfies(row -> assertThat(row.toggle()).isEqualTo("/sockets"));
        assertThat(page("q", "nginx").rows().get(0).toggle()).isEqualTo("/sockets?q=nginx&open=" + id);
    }

    @Test
    void linksEncodeWhatTheReaderTyped() {
        assertThat(page("q", "a&b=c+d é").links().self()).isEqualTo("/sockets?q=a%26b%3Dc%2Bd%20%C3%A9");
        assertThat(page("q", "x").links().csv()).isEqualTo("/api/sockets.csv?q=x");
    }

    @Test
    void hiddenOwnersAreSaidOnceWithReasonAndRemedy() {
        assertThat(page("q", "").hiddenOwners())
                .isEqualTo("The owner of 1 of 6 sockets is hidden. Homeport runs as user id 1000. Start it with sudo.");
        assertThat(Fixtures.sockets(Fixtures.tcp("::1", 1, "a")).hiddenOwnersLine())
                .isEmpty();
    }

    private static SocketsPage page(String parameter, String value) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(parameter, value);
        return page(SOCKETS, parameters);
    }

    private static SocketsPage page(ListeningSocket[] sockets, MultiValueMap<String, String> parameters) {
        return SocketsPage.of(
                new Seen<>(new Snapshot<>("sockets", Fixtures.reading(sockets), "1"), null),
                new Terminal(OsFamily.LINUX, "alice", true),
                SocketsState.of(SocketsRequest.of(parameters)),
                null);
    }

    @Test
    void emptyReadingHasNoRowsAndNoChipsButProtocols() {
        SocketsPage page = page(new ListeningSocket[0], new LinkedMultiValueMap<>());
        assertThat(page.rows()).isEqualTo(List.of());
        assertThat(page.scopes()).isEmpty();
    }
}
