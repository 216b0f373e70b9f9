package dev.homeport.namespaces;

import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.compare.PortRow;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How containers of this machine meet what listens where Homeport runs (DOMAIN R8.6, R8.7). */
@Component
public class FromContainers {

    /** A machine with more of them has the same answer many times. */
    private static final int MOST_CONTAINERS = 8;

    private final CurrentSides sides;

    FromContainers(CurrentSides sides) {
        this.sides = sides;
    }

    /**
     * What one container meets.
     *
     * @param container its name
     * @param met what listens here on the port, each with the way to it from there
     * @param own what listens in there on the same port
     */
    public record View(String container, List<PortRow.Met> met, List<PortRow.Met> own) {

        public View {
            met = List.copyOf(met);
            own = List.copyOf(own);
        }
    }

    /** None where no container is in sight, or what listens is not known. */
    public List<View> of(Protocol protocol, int port) {
        CurrentSides.Moment now = sides.now();
        Optional<Side> here = of(now, Kind.OWN).findFirst();
        return here.stream()
                .flatMap(own -> of(now, Kind.CONTAINER)
                        .limit(MOST_CONTAINERS)
                        .map(container -> view(Comparison.of(container, own, now.publications()), protocol, port)))
                .toList();
    }

    private static Stream<Side> of(CurrentSides.Moment now, Kind kind) {
        return now.candidates().stream()
                .filter(candidate -> candidate.kind() == kind)
                .flatMap(candidate -> candidate.side().get().stream());
    }

    private static View view(Comparison comparison, Protocol protocol, int port) {
        List<PortRow> rows = Stream.ofNullable(comparison.ports())
                .flatMap(List::stream)
                .filter(row -> row.protocol() == protocol && row.port() == port)
                .toList();
        return new View(
                comparison.left().name(),
                rows.stream().flatMap(row -> row.right().stream()).toList(),
                rows.stream().flatMap(row -> row.left().stream()).toList());
    }
}
