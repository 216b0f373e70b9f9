package dev.homeport.interfaces;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The name servers in a file as {@code /etc/resolv.conf}, resolv.conf(5). */
final class ResolverFile {

    private static final String FILE = "/etc/resolv.conf";
    private static final int LARGEST = 64 << 10;

    private ResolverFile() {}

    /** In their order; none where the file cannot be read. */
    static List<String> nameServers(NamespaceRoot root) {
        return root.find(FILE).map(ResolverFile::nameServers).orElse(List.of());
    }

    private static List<String> nameServers(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                    .map(words -> HostileText.clean(words[1]))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
