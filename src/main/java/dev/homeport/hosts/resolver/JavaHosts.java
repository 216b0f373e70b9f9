package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Scanner;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * The JDK's own reader of hosts files, which {@code -Djdk.net.hosts.file} switches on (java.net.InetAddress, 17 and 25).
 * Without that switch a JVM asks the system's resolver. It reads UTF-8 and ends at the first byte that is none; it finds
 * only lines on which the name stands in the very letters asked for.
 */
final class JavaHosts {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u2028\u2029\u0085]");
    private static final String BLANKS = " \t\n\u000B\f\r";

    private JavaHosts() {}

    /**
     * The lines that answer, IPv4 first.
     *
     * @param read the file as C programs read it
     */
    static List<Hit> hits(HostsFile file, HostsFile read, String name) {
        List<Hit> hits = new ArrayList<>();
        if (file.encoding().isUtf8()) {
            PrimitiveIterator.OfInt lines = read.linesNaming(name).iterator();
            while (lines.hasNext() && hits.size() < Glibc.MOST_HITS) {
                int number = lines.nextInt();
                String line = new String(read.bytes(number), StandardCharsets.UTF_8);
                LINE_END.splitAsStream(line).forEach(part -> add(hits, number, part, name));
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
        for (int number = 1; scanner.hasNextLine() && hits.size() < Glibc.MOST_HITS; number++) {
            add(hits, number, scanner.nextLine(), name);
        }
    }

    private static void add(List<Hit> hits, int number, String line, String name) {
        int comment = line.indexOf('#');
        String entry = comment < 0 ? line : line.substring(0, comment);
        if (comment == 0 || !entry.contains(name)) {
            return;
        }
        StringTokenizer words = new StringTokenizer(entry, BLANKS);
        boolean indented = BLANKS.indexOf(entry.charAt(0)) >= 0;
        String address = indented ? "" : words.nextToken();
        while (words.hasMoreTokens()) {
            if (words.nextToken().equalsIgnoreCase(name)) {
                JavaLiteral.parse(address).ifPresent(parsed -> hits.add(new Hit(number, parsed)));
                return;
            }
        }
    }
}
