package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;

/**
 * The JDK's own reader of hosts files, which {@code -Djdk.net.hosts.file} switches on (java.net.InetAddress, 17 and 25).
 * Without that switch a JVM asks the system's resolver. It reads UTF-8 and ends at the first byte that is none; it finds
 * only lines on which the name stands in the very letters asked for.
 */
final class JavaHosts {

    private static final String LINE_END = "\r\n|[\n\r\u2028\u2029\u0085]";

    private JavaHosts() {}

    /** The lines that answer, IPv4 first. */
    static List<Hit> hits(HostsFile file, String name) {
        List<Hit> hits = new ArrayList<>();
        if (file.encoding().isUtf8()) {
            HostsFile read = file.asRead();
            for (int number : read.linesNaming(name).toArray()) {
                String line = new String(read.bytes(number), StandardCharsets.UTF_8);
                for (String part : line.split(LINE_END)) {
                    add(hits, number, part, name);
                }
            }
        } else {
            everyLine(file.raw(), name, hits);
        }
        hits.sort(Comparator.comparing(hit -> hit.address().family()));
        return hits;
    }

    /** Where some bytes are not UTF-8, how far Java gets depends on its buffers: so the same reader reads here. */
    private static void everyLine(byte[] bytes, String name, List<Hit> hits) {
        var channel = Channels.newChannel(new ByteArrayInputStream(bytes));
        Scanner scanner = new Scanner(channel, StandardCharsets.UTF_8);
        for (int number = 1; scanner.hasNextLine(); number++) {
            add(hits, number, scanner.nextLine(), name);
        }
    }

    private static void add(List<Hit> hits, int number, String line, String name) {
        int comment = line.indexOf('#');
        String entry = comment < 0 ? line : line.substring(0, comment);
        if (comment == 0 || !entry.contains(name)) {
            return;
        }
        String[] words = entry.split("\\s+");
        for (int i = 1; i < words.length; i++) {
            if (words[i].equalsIgnoreCase(name)) {
                JavaLiteral.parse(words[0]).ifPresent(address -> hits.add(new Hit(number, address)));
                return;
            }
        }
    }
}
