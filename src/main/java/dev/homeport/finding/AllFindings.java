package dev.homeport.finding;

import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The findings of all rooms, the worst first. */
@Component
public class AllFindings {

    private final List<Findings> rooms;

    public AllFindings(List<Findings> rooms) {
        this.rooms = rooms;
    }

    public List<Finding> now() {
        return rooms.stream()
                .flatMap(room -> room.now().stream())
                .sorted(Finding.WORST_FIRST)
                .toList();
    }

    /** The least fresh of the readings that they follow from. */
    public Optional<Reading<?>> worstReading() {
        return snapshots().stream().<Reading<?>>map(Snapshot::reading).reduce(Reading::lessFresh);
    }

    /** Snapshots of the readings that they follow from. */
    public List<Snapshot<?>> snapshots() {
        return rooms.stream()
                .<Snapshot<?>>flatMap(room -> room.snapshots().stream())
                .toList();
    }
}
