package dev.homeport.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tables as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe: names of
 * processes and comments in files are whatever somebody wrote.
 */
public final class Csv {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Csv() {}

    /** The answer with which a browser saves {@code homeport-<subject>-<host>-<time>.csv}. */
    public static ResponseEntity<String> response(
            String subject, String host, Instant takenAt, List<String> header, Stream<List<String>> rows) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(subject, host, takenAt))
                                .build()
                                .toString())
                .body(text(header, rows));
    }

    /** The host's name is reduced to what any file system takes. */
    static String fileName(String subject, String host, Instant takenAt) {
        return "homeport-" + subject + "-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + "-" + FILE_TIME.format(takenAt)
                + ".csv";
    }

    /** A header row, then the others, each ended by CR and LF. */
    static String text(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows)
                .map(cells -> cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> ",\"\r\n'".indexOf(c) >= 0);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
