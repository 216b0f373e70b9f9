package dev.homeport.sockets;

import dev.homeport.load.LoadProcesses;
import dev.homeport.sockets.source.BenchmarkSources;
import dev.homeport.sockets.source.SocketSource;
import dev.homeport.sockets.source.SocketTable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a reading of the sockets costs, under loads of listeners and connections. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SocketReadingBenchmark {

    @Param({"100", "1000", "5000"})
    int listeners;

    @Param({"0", "9000"})
    int connections;

    private LoadProcesses load;
    private SocketsCollector steady;
    private SocketSource oshi;

    @Setup
    public void startLoad() throws IOException {
        load = new LoadProcesses(listeners, connections, 0);
        load.await();
        steady = Readings.collector(BenchmarkSources.sockDiag());
        steady.collect();
        oshi = BenchmarkSources.oshi();
    }

    @TearDown
    public void endLoad() {
        load.close();
    }

    /** A reading when nothing has changed since the last. */
    @Benchmark
    public ListeningSockets steady() throws IOException {
        return steady.collect();
    }

    /** A reading by one who knows nothing yet: every process is looked at. */
    @Benchmark
    public ListeningSockets first() throws IOException {
        return Readings.collector(BenchmarkSources.sockDiag()).collect();
    }

    /** OSHI's table, which has one owner for each socket. */
    @Benchmark
    public SocketTable oshi() throws IOException {
        return oshi.read();
    }
}
