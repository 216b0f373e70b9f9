package dev.homeport.addresses;

import dev.homeport.net.BindScope;
import dev.homeport.net.CountText;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who answers at which addresses, in a sentence: loopback's alone, or this machine's others too. */
final class AddressesSentence {

    private AddressesSentence() {}

    /**
     * {@code 7 ports answer, one of them at addresses that are not loopback’s.}
     *
     * @param isFiltered whether the columns are not all that there are
     * @return null without columns
     */
    static @Nullable String of(List<LocalAddress> addresses, List<MapColumn> columns, boolean isFiltered) {
        List<PortColumn> ports = columns.stream()
                .flatMap(column -> column.ports().stream())
                .filter(port -> port.cells().stream().anyMatch(Cell::isAnswered))
                .toList();
        long beyond =
                ports.stream().filter(port -> isAnsweredBeyond(addresses, port)).count();
        if (columns.isEmpty()) {
            return null;
        } else if (ports.isEmpty()) {
            return columns.stream()
                            .flatMap(column -> column.cells().stream())
                            .anyMatch(cell -> cell.kind() == Cell.Kind.CUT_OFF)
                    ? "This machine reaches none of its own ports: nothing that it sends to itself arrives."
                    : "No address of this machine answers on any of these ports.";
        }
        String answer = ports.size() == 1
                ? "One port" + (isFiltered ? " that matches" : "") + " answers, "
                : CountText.of(ports.size()) + " ports" + (isFiltered ? " that match" : "") + " answer, ";
        return answer + where(ports.size(), beyond);
    }

    private static String where(int ports, long beyond) {
        if (beyond == 0) {
            return (ports == 1 ? "" : "all ") + "at loopback addresses alone.";
        } else if (beyond == ports) {
            return (ports == 1 ? "" : "all ") + "at addresses that are not loopback’s.";
        }
        return (beyond == 1 ? "one" : CountText.of(beyond)) + " of them at addresses that are not loopback’s.";
    }

    private static boolean isAnsweredBeyond(List<LocalAddress> addresses, PortColumn port) {
        return IntStream.range(0, addresses.size())
                .filter(place -> addresses.get(place).scope() != BindScope.LOOPBACK)
                .anyMatch(place -> port.cells().get(place).isAnswered());
    }
}
