package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;

/** The {@code files} service of glibc's name service switch. */
final class Glibc {

    /** More answers than this nobody reads, and to put them in order would take long. */
    static final int MOST_HITS = 1024;

    private Glibc() {}

    /**
     * The lines that answer, in the file's order. With {@code multi off} the first ends the search, whichever family it
     * has: so a program that asks for any family gets one address, although there is one of the other on the next line. Of very many lines only the first 1,024 count.
     *
     * @param file as C programs read it
     */
    static List<Hit> hits(HostsFile file, String name, Asked family, boolean multi) {
        String sought = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Hit> hits = new ArrayList<>();
        PrimitiveIterator.OfInt lines = file.linesNaming(name).iterator();
        while (lines.hasNext() && hits.size() < MOST_HITS) {
            int number = lines.nextInt();
            boolean ended = !file.has(number, LineTrait.UNENDED);
            GlibcLine line = GlibcLine.of(file.bytes(number), ended);
            Optional<IpAddress> address = line.address(family);
            if (address.isPresent() && line.names(sought)) {
                hits.add(new Hit(number, address.get()));
                if (!multi) {
                    return hits;
                }
            }
        }
        return hits;
    }
}
