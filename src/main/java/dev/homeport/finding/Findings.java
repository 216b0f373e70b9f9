package dev.homeport.finding;

import dev.homeport.reading.Snapshot;
import java.util.List;

/** The findings of one room; asked for each time they are shown. */
public interface Findings {

    /** What its rules find in its last readings. */
    List<Finding> now();

    /** Snapshots of these readings: where one is missing, nothing found does not mean that nothing is wrong. */
    List<Snapshot<?>> snapshots();
}
