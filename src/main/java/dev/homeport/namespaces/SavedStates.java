package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.StateParser;
import dev.homeport.platform.HostileText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** States that were saved from {@code GET /api/state} and handed in again: the last few, in memory alone. */
@Component
class SavedStates {

    static final int MOST = 4;

    /** For whoever hands in more. */
    static final String TOO_LARGE = "A saved state has at most " + (StateParser.LARGEST >> 20) + " MiB; this is more.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LONGEST_NAME = 60;

    private final Map<String, Side> states = new LinkedHashMap<>();
    private int last;

    /**
     * Keeps one, and lets the oldest go when there are too many.
     *
     * @param file its name, however that was chosen
     */
    synchronized Side add(byte[] json, String file) throws StateParser.NoStateException {
        String id = "saved:" + (last + 1);
        Side side = StateParser.parse(
                json, id, Kind.SAVED, id, "It was read from " + HostileText.clean(file, LONGEST_NAME) + ".");
        last++;
        states.put(id, named(side));
        if (states.size() > MOST) {
            states.remove(states.keySet().iterator().next());
        }
        return states.get(id);
    }

    /** By the machine and the time at which it was saved. */
    private static Side named(Side side) {
        String machine = Optional.ofNullable(side.place().hostname()).orElse("a saved state");
        String time = Optional.ofNullable(side.takenAt())
                .map(at -> " on " + TIME.format(at.atZone(ZoneId.systemDefault())))
                .orElse("");
        return side.named(machine + time);
    }

    synchronized boolean remove(String id) {
        return states.remove(id) != null;
    }

    synchronized List<Side> all() {
        return new ArrayList<>(states.values());
    }
}
