package dev.homeport.reading;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The snapshots that one drawing of a page is made from. Its revision and the names by which it is told of changes come
 * from here both: a page that is made from a reading is drawn again when that says something new.
 */
public record Snapshots(List<Snapshot<?>> all) {

    public Snapshots {
        all = List.copyOf(all);
    }

    public static Snapshots of(Snapshot<?>... all) {
        return new Snapshots(List.of(all));
    }

    /** These and more. */
    public Snapshots and(List<Snapshot<?>> others) {
        return new Snapshots(
                Stream.<Snapshot<?>>concat(all.stream(), others.stream()).toList());
    }

    /** What they are called in the stream of changes, each once: {@code hosts sockets}. */
    public String names() {
        return all.stream().map(Snapshot::name).distinct().collect(Collectors.joining(" "));
    }

    /** Changes when one of theirs does. */
    public String revision() {
        return all.stream().map(Snapshot::revision).collect(Collectors.joining("~"));
    }
}
