package dev.homeport.diagnosis.situation;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The UNIX sockets on which programs of this network namespace listen ({@code /proc/net/unix}, DOMAIN R1.41). */
final class UnixListeners {

    /** Number, references, protocol, flags with __SO_ACCEPTCON, type, state, inode and a path. */
    private static final Pattern LISTENING = Pattern.compile("\\S+ \\S+ \\S+ 00010000 0001 \\S+ +\\d+ (?<path>/.*)");

    private UnixListeners() {}

    /** Their paths; none where the system has no such table. */
    static List<String> read(NamespaceRoot root) {
        try {
            return Files.readAllLines(root.ofProcess("net/unix"), StandardCharsets.ISO_8859_1).stream()
                    .map(LISTENING::matcher)
                    .filter(Matcher::matches)
                    .map(line -> HostileText.clean(line.group("path")))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
