package dev.homeport.finding;

import dev.homeport.reading.Reading;
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
        return rooms.stream()
                .<Reading<?>>flatMap(room -> room.readings().stream())
                .reduce(Reading::lessFresh);
    }
}
