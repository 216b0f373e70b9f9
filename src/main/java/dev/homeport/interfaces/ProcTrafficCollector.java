package dev.homeport.interfaces;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.NetDevTable;
import dev.homeport.platform.SoftnetStat;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Traffic of one network namespace on Linux, from {@code net/dev} and {@code net/softnet_stat} of a process in it
 * (proc(5)).
 */
final class ProcTrafficCollector implements Collector<Traffic> {

    private final NamespaceRoot root;

    ProcTrafficCollector(NamespaceRoot root) {
        this.root = root;
    }

    @Override
    public Traffic collect() throws IOException {
        Map<String, Traffic.Counters> counters = new HashMap<>();
        NetDevTable.of(root).rows().forEach((name, row) -> counters.put(name, counters(row)));
        return new Traffic(counters, backlogDropped());
    }

    private static Traffic.Counters counters(NetDevTable.Row row) {
        return new Traffic.Counters(
                row.receivedBytes(),
                row.receivedPackets(),
                row.receiveErrors(),
                row.receiveDropped(),
                row.sentBytes(),
                row.sentPackets(),
                row.sendErrors(),
                row.sendDropped());
    }

    private @Nullable Long backlogDropped() {
        try (Reader table = Files.newBufferedReader(root.ofProcess("net/softnet_stat"))) {
            OptionalLong dropped = SoftnetStat.dropped(table);
            return dropped.isPresent() ? dropped.getAsLong() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
