package dev.homeport.hosts;

import dev.homeport.answer.Csv;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** The entries as CSV; several names stand in one cell, separated by blanks. */
final class HostsCsv {

    private static final List<String> HEADER = List.of("line", "kind", "address", "names", "comment", "group");

    private HostsCsv() {}

    static ResponseEntity<String> of(JudgedHosts judged, HostsSearch search, Optional<Instant> takenAt) {
        HostsFile file = judged.hosts().file();
        Stream<List<String>> rows = IntStream.rangeClosed(1, file.lines())
                .filter(judged.grouping()::isEntry)
                .filter(number -> search.matches(file, number))
                .mapToObj(number -> cells(file.line(number), judged.grouping()));
        String hostname = judged.hosts().settings().hostname();
        return Csv.response("hosts", hostname, takenAt.orElseGet(Instant::now), HEADER, rows);
    }

    private static List<String> cells(HostsLine line, Grouping grouping) {
        return List.of(
                Integer.toString(line.number()),
                line.kind().text(),
                line.address() == null ? "" : line.address(),
                String.join(" ", line.names()),
                line.comment() == null ? "" : line.comment(),
                grouping.of(line.number()).map(EntryGroup::text).orElse(""));
    }
}
