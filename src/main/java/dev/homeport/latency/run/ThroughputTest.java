package dev.homeport.latency.run;

import dev.homeport.answer.TooManyRequests;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.Loopback;
import dev.homeport.net.IpAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** Sends as much over loopback as goes through, for less than three seconds, with one stream and then with four. */
public final class ThroughputTest {

    private static final List<Integer> STREAMS = List.of(1, 4);

    /** Of each of the two; what it takes to connect comes on top. */
    private static final Duration EACH = Duration.ofMillis(1200);

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int BUFFER = 128 * 1024;

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Turn turn;
    private final ThreadFactory threads;
    private final Lock quiet;

    /**
     * @param turn shared with whatever else is measured on demand
     * @param quiet held meanwhile: the rounds of the schedule wait
     */
    public ThroughputTest(Turn turn, ThreadFactory threads, Lock quiet) {
        this.turn = turn;
        this.threads = threads;
        this.quiet = quiet;
    }

    /**
     * Tests it on the calling thread.
     *
     * @throws TooManyRequests while something else is measured on demand
     */
    public Throughput run(IpAddress address) {
        if (!turn.begin()) {
            throw new TooManyRequests("One at a time: another measurement is under way.", MOMENT);
        }
        try {
            return measure(address);
        } finally {
            turn.end();
        }
    }

    private Throughput measure(IpAddress address) {
        List<Throughput.Rate> rates = new ArrayList<>();
        quiet.lock();
        try {
            for (int streams : STREAMS) {
                rates.add(rate(address, streams));
            }
            return new Throughput(address.text(), rates, null);
        } catch (IOException e) {
            return new Throughput(address.text(), rates, Failure.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Throughput(address.text(), rates, null);
        } finally {
            quiet.unlock();
        }
    }

    private Throughput.Rate rate(IpAddress address, int streams) throws IOException, InterruptedException {
        AtomicLong bytes = new AtomicLong();
        List<Loopback.Pair> pairs = new ArrayList<>();
        try {
            for (int i = 0; i < streams; i++) {
                pairs.add(Loopback.connect(address, PATIENCE));
            }
            long start = System.nanoTime();
            for (Loopback.Pair pair : pairs) {
                threads.newThread(() -> receive(pair.far(), bytes)).start();
                threads.newThread(() -> send(pair.near())).start();
            }
            TimeUnit.NANOSECONDS.sleep(EACH.toNanos());
            return new Throughput.Rate(streams, bytes.get(), (System.nanoTime() - start) / 1e9);
        } finally {
            for (Loopback.Pair pair : pairs) {
                pair.close();
            }
        }
    }

    private static void send(SocketChannel channel) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (channel.write(bytes.clear()) >= 0) {
                // As fast as it goes.
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void receive(SocketChannel channel, AtomicLong counter) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER);
        try {
            int read = channel.read(bytes.clear());
            while (read >= 0) {
                counter.addAndGet(read);
                read = channel.read(bytes.clear());
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
