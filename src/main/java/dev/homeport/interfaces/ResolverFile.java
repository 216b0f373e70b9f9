package dev.homeport.interfaces;

import dev.homeport.platform.BoundedText;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The name servers in a file as {@code /etc/resolv.conf}, resolv.conf(5). */
final class ResolverFile {

    private static final String FILE = "/etc/resolv.conf";

    private static final int LARGEST = 64 << 10;

    private ResolverFile() {}

    /** As the process of {@code root} finds them; this very process needs no proc file system for that. */
    static NameServers nameServers(NamespaceRoot root) {
        return root.find(FILE)
                .or(() -> Optional.of(Path.of(FILE)).filter(file -> root.isOwn()))
                .map(ResolverFile::nameServers)
                .orElseGet(() -> unknown("is not there, or may not be read."));
    }

    /** In their order. That a file cannot be read, does not mean that there are none. */
    static NameServers nameServers(Path file) {
        try {
            return NameServers.of(BoundedText.read(file, LARGEST)
                    .lines()
                    .map(line -> line.split("[\\s#;]+"))
                    .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                    .map(words -> HostileText.clean(words[1]))
                    .toList());
        } catch (FileSystemException e) {
            return unknown(
                    "cannot be read: " + Optional.ofNullable(e.getReason()).orElse("it is not there") + ".");
        } catch (IOException e) {
            return unknown("cannot be read: " + e.getMessage() + ".");
        }
    }

    private static NameServers unknown(String why) {
        return NameServers.unknown(FILE + " " + why, "Read it yourself: cat " + FILE);
    }
}
