package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapColumnTests {

    private static AddressMap map(Stream<ListeningSocket> sockets) {
        return AddressMap.of(Fixtures.developersMachine().build(), sockets.toList());
    }

    private static ListeningSocket tcp(String bind, int port, String process) {
        return dev.homeport.sockets.Fixtures.tcp(bind, port, process);
    }

    private static Stream<ListeningSocket> workers(int count) {
        return IntStream.range(20_000, 20_000 + count).mapToObj(port -> tcp("127.0.0.1", port, "worker"));
    }

    private static List<String> labels(AddressMap map, String... unfolded) {
        return MapColumn.unfolded(MapColumn.of(map.ports(socket -> true)), Set.of(unfolded)).stream()
                .map(MapColumn::label)
                .toList();
    }

    @Test
    void fewColumnsStayAsTheyAre() {
        assertThat(labels(map(workers(12)))).hasSize(12);
    }

    @Test
    void manyAlikeAreFoldedInPlaceOfTheFirst() {
        AddressMap map = map(Stream.of(
                        Stream.of(tcp("127.0.0.1", 80, "web"), tcp("0.0.0.0", 20_005, "odd")),
                        workers(5),
                        IntStream.range(20_006, 20_100).mapToObj(port -> tcp("127.0.0.1", port, "worker")))
                .flatMap(sockets -> sockets));
        assertThat(labels(map)).containsExactly("80", "20000 … 20099", "20005");
        assertThat(labels(map, "tcp-20000")).hasSize(101);
    }

    @Test
    void onlyWhatLooksAlikeIsFolded() {
        Stream<ListeningSocket> different = IntStream.range(0, 30)
                .mapToObj(i -> tcp(i % 2 == 0 ? "127.0.0.1" : "0.0.0.0", 20_000 + i, i % 3 == 0 ? "one" : "two"));
        assertThat(MapColumn.of(map(different).ports(socket -> true)))
                .allSatisfy(column -> assertThat(column.ports().stream()
                                .map(port -> port.sockets().get(0).bind().address()
                                        + port.sockets().get(0).holder())
                                .distinct())
                        .hasSize(1))
                .hasSize(4);
    }

    @Test
    void keyThatNobodyHasDoesNothing() {
        assertThat(labels(map(workers(20)), "tcp-1", "nonsense")).hasSize(1);
    }
}
