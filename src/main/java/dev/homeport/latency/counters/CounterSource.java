package dev.homeport.latency.counters;

import java.io.IOException;
import java.util.Map;

/** Where counters are read. */
interface CounterSource {

    /** All that it knows, by the names that Linux gives them. */
    Map<String, Long> read() throws IOException;
}
