package dev.homeport.interfaces;

import dev.homeport.platform.BoundedText;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.nio.file.Path;
import java.util.List;

/** The name servers in a file as {@code /etc/resolv.conf}, resolv.conf(5). */
final class ResolverFile {

    private static final String FILE = "/etc/resolv.conf";

    private ResolverFile() {}

    /** In their order; none where the file cannot be read. */
    static List<String> nameServers(NamespaceRoot root) {
        return root.find(FILE).map(ResolverFile::nameServers).orElse(List.of());
    }

    private static List<String> nameServers(Path file) {
        return BoundedText.of(file)
                .lines()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                .map(words -> HostileText.clean(words[1]))
                .toList();
    }
}
