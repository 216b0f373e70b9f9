package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code files} service of glibc's name service switch. */
final class Glibc {

    private Glibc() {}

    /**
     * The lines that answer, in the file's order. With {@code multi off} the first ends the search, whichever family it
     * has: so a program that asks for any family gets one address, although there is one of the other on the next line.
     *
     * @param file as C programs read it
     */
    static List<Hit> hits(HostsFile file, String name, Asked family, boolean multi) {
        String sought = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Hit> hits = new ArrayList<>();
        for (int number : file.linesNaming(name).toArray()) {
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
