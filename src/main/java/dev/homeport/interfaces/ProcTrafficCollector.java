package dev.homeport.interfaces;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.NetDevTable;
import dev.homeport.platform.proc.SoftnetStat;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
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
        return new Traffic(NetDevTable.of(root).rows(), backlogDropped());
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
