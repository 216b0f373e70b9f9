package dev.homeport.latency.probe;

import dev.homeport.latency.history.Distribution;
import dev.homeport.net.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Round trips beside those of {@code sockperf ping-pong --full-rtt} and {@code qperf}, in turns of a second each, so that
 * whatever else the machine does meets all of them; medians over the turns. What qperf prints is the mean of one way, and is
 * doubled (DOMAIN R6.3).
 */
final class LatencyBesidePeers {

    private static final int TURNS = 7;
    private static final int PORT = 11_111;
    private static final int QPERF_PORT = 11_112;
    private static final int WARM_UP = 30_000;
    private static final long TURN = TimeUnit.SECONDS.toNanos(1);
    private static final Pattern P50 = Pattern.compile("percentile 50\\.000 =\\s*([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("percentile 99\\.000 =\\s*([0-9.]+)");
    private static final Pattern QPERF = Pattern.compile("latency\\s*=\\s*([0-9.]+) (us|ms)");

    private final Threads threads = new Threads();

    private LatencyBesidePeers() {}

    /** Median and 99th percentile of a turn, in microseconds. */
    private record Turn(double p50, double p99) {

        static Turn median(List<Turn> turns) {
            return new Turn(
                    middle(turns.stream().mapToDouble(Turn::p50).sorted().toArray()),
                    middle(turns.stream().mapToDouble(Turn::p99).sorted().toArray()));
        }

        private static double middle(double[] sorted) {
            return sorted[sorted.length / 2];
        }
    }

    public static void main(String[] arguments) throws Exception {
        String java = "Java " + Runtime.version().feature();
        System.out.println("| " + java + " | Homeport p50 | sockperf p50 | ratio | Homeport p99 | sockperf p99 | ratio | qperf, mean |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        LatencyBesidePeers peers = new LatencyBesidePeers();
        for (String protocol : List.of("TCP", "UDP")) {
            for (int size : List.of(14, 64)) {
                peers.compare(protocol, size);
            }
        }
    }

    private void compare(String protocol, int size) throws Exception {
        boolean tcp = protocol.equals("TCP");
        List<Turn> own = new ArrayList<>();
        List<Turn> sockperf = new ArrayList<>();
        List<Double> qperf = new ArrayList<>();
        List<String> serve = new ArrayList<>(List.of("sockperf", "server", "-i", "127.0.0.1", "-p", String.valueOf(PORT)));
        if (tcp) {
            serve.add("--tcp");
        }
        Process server = quietly(serve);
        Process qperfServer = quietly(List.of("qperf", "-lp", String.valueOf(QPERF_PORT)));
        try (Exchange exchange = tcp
                ? RoundTrip.overTcp(IpAddress.IPV4_LOOPBACK, size, Duration.ofSeconds(4), threads)
                : RoundTrip.overUdp(IpAddress.IPV4_LOOPBACK, size, threads)) {
            for (int i = 0; i < WARM_UP; i++) {
                exchange.once();
            }
            for (int turn = 0; turn < TURNS; turn++) {
                sockperf.add(sockperf(tcp, size));
                own.add(own(exchange));
                qperf.add(qperf(tcp, size));
            }
        } finally {
            server.destroy();
            qperfServer.destroy();
            server.waitFor();
            qperfServer.waitFor();
        }
        Turn ours = Turn.median(own);
        Turn theirs = Turn.median(sockperf);
        double mean = Turn.middle(qperf.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        System.out.printf(
                Locale.ROOT,
                "| %s, %d bytes | %.1f µs | %.1f µs | %.2f | %.1f µs | %.1f µs | %.2f | %.1f µs |%n",
                protocol, size, ours.p50, theirs.p50, ours.p50 / theirs.p50, ours.p99, theirs.p99, ours.p99 / theirs.p99, mean);
    }

    private static Turn own(Exchange exchange) throws IOException {
        long[] nanos = new long[400_000];
        int done = 0;
        long end = System.nanoTime() + TURN;
        while (done < nanos.length && System.nanoTime() < end) {
            nanos[done++] = exchange.once();
        }
        Distribution all = Distribution.of(nanos, done);
        return new Turn(all.p50Micros(), all.p99Micros());
    }

    private static Turn sockperf(boolean tcp, int size) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "sockperf", "ping-pong", "-i", "127.0.0.1", "-p", String.valueOf(PORT), "-m", String.valueOf(size), "-t", "1",
                "--full-rtt"));
        if (tcp) {
            command.add("--tcp");
        }
        String output = output(command);
        return new Turn(number(P50, output), number(P99, output));
    }

    private static double qperf(boolean tcp, int size) throws Exception {
        String output = output(Arrays.asList(
                "qperf", "-lp", String.valueOf(QPERF_PORT), "-t", "1", "-m", String.valueOf(size), "127.0.0.1",
                tcp ? "tcp_lat" : "udp_lat"));
        Matcher matcher = QPERF.matcher(output);
        if (!matcher.find()) {
            throw new IOException("qperf says: " + output);
        }
        return 2 * Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("ms") ? 1000 : 1);
    }

    private static double number(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("sockperf says: " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static Process quietly(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        TimeUnit.MILLISECONDS.sleep(500); // until it listens
        return process;
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
