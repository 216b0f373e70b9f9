package dev.homeport.hosts;

import com.sun.management.ThreadMXBean;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.platform.OsFamily;
import io.netty.resolver.HostsFileEntriesProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * A hosts file read by Homeport, Netty and dnsjava, in turns, in one run: medians of wall time and of what is allocated.
 * Homeport parses, indexes, judges by all rules and groups; the others parse. Without an argument the file is a block
 * list of 180,000 lines made up here, always the same.
 */
public final class HostsBesidePeers {

    private static final int LINES = 180_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private HostsBesidePeers() {}

    public static void main(String[] args) throws Exception {
        // Above this size dnsjava parses nothing, and goes through the file for each name that is asked for.
        System.setProperty("dnsjava.hostsfile.max_size_bytes", Integer.toString(64 << 20));
        Path file = args.length > 0 ? Path.of(args[0]) : blockList();
        ResolverSettings settings = Settings.machine().build();
        Map<String, Callable<Object>> readers = new LinkedHashMap<>();
        readers.put("Homeport", () -> judge(Files.readAllBytes(file), settings));
        readers.put("Netty", () -> HostsFileEntriesProvider.parser().parse(file.toFile(), StandardCharsets.UTF_8));
        readers.put("dnsjava", () -> {
            HostsFileParser parser = new HostsFileParser(file);
            parser.getAddressForHost(Name.fromString("nobody.invalid."), Type.A);
            return parser;
        });
        Map<String, double[]> millis = new LinkedHashMap<>();
        Map<String, double[]> allocated = new LinkedHashMap<>();
        readers.keySet().forEach(name -> {
            millis.put(name, new double[ROUNDS]);
            allocated.put(name, new double[ROUNDS]);
        });
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Callable<Object>> reader : readers.entrySet()) {
                long bytes = threads.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                reader.getValue().call();
                if (round >= 0) {
                    millis.get(reader.getKey())[round] = (System.nanoTime() - start) / 1e6;
                    allocated.get(reader.getKey())[round] =
                            (threads.getCurrentThreadAllocatedBytes() - bytes) / (double) (1 << 20);
                }
            }
        }
        System.out.println("| | ms | MiB allocated | MiB kept |\n| --- | ---: | ---: | ---: |");
        for (Map.Entry<String, Callable<Object>> reader : readers.entrySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f | %.1f |%n",
                    reader.getKey(),
                    median(millis.get(reader.getKey())),
                    median(allocated.get(reader.getKey())),
                    kept(reader.getValue()));
        }
    }

    private static JudgedHosts judge(byte[] bytes, ResolverSettings settings) {
        Hosts hosts = Samples.hosts(bytes, settings, OsFamily.LINUX, null, Samples.facts(bytes.length, 0, "rw-r--r--"));
        return JudgedHosts.of(hosts, PortsInUse.UNKNOWN, address -> Optional.empty());
    }

    private static double kept(Callable<Object> reader) throws Exception {
        long before = used();
        Object result = reader.call();
        long after = used();
        if (result == null) {
            throw new IllegalStateException("nothing was read");
        }
        return (after - before) / (double) (1 << 20);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Path blockList() throws IOException {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder("127.0.0.1 localhost\n::1 localhost ip6-localhost\n");
        for (int i = 2; i < LINES; i++) {
            text.append("0.0.0.0 ");
            int length = 4 + random.nextInt(12);
            for (int c = 0; c < length; c++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i).append(random.nextBoolean() ? ".example.com\n" : ".ads.example.net\n");
        }
        Path file = Files.createTempFile("homeport-block-list", ".hosts");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }
}
