package dev.homeport.attack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came back over a {@link Wire}, byte for byte.
 *
 * @param status 0 when the server closed without a word
 * @param headers the lines after the first one
 */
record Answer(int status, List<String> headers, String body) {

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[ -~\\t]*");

    /** A frame of a stack, or the name of what was thrown. */
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w.$/]{1,200}\\([\\w ]{1,80}(\\.java)?(:\\d+)?\\)|\\b[a-z]\\w{0,40}(\\.\\w{1,60}){1,9}(Exception|Error)\\b");

    List<String> all(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    boolean isOf(String type) {
        return header("Content-Type").orElse("").startsWith(type);
    }

    /** A page, or the part of one that htmx asks for. */
    boolean isPage() {
        return isOf("text/html") && (body.contains("<main") || body.startsWith("<"));
    }

    boolean isProblem() {
        return isOf("application/problem+json") && body.startsWith("{") && body.contains("\"status\":" + status);
    }

    /** What is wrong with it in any case, whatever was asked; empty when nothing is. */
    Stream<String> harm() {
        Stream.Builder<String> harm = Stream.builder();
        if (status == 0 || status >= 500) {
            harm.add("status " + status);
        }
        headers.stream()
                .filter(line -> !HEADER.matcher(line).matches()
                        || line.toLowerCase(Locale.ROOT).startsWith("x9"))
                .forEach(line -> harm.add("header " + line));
        all("Location").stream()
                .filter(place -> !place.matches("(/(?!/)|http://(localhost|127\\.0\\.0\\.1)[:/]).*"))
                .forEach(place -> harm.add("leads to " + place));
        if (headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-"))) {
            harm.add("CORS");
        }
        boolean isTraceLike = body.contains("Exception") || body.contains("Error") || body.contains("\tat ");
        if (isTraceLike && TRACE.matcher(body).find()) {
            harm.add("a trace in " + body);
        }
        body.chars().filter(Answer::isUnfit).findFirst().ifPresent(c -> {
            int at = body.indexOf(c);
            harm.add("an unfit character " + c + " after " + body.substring(Math.max(0, at - 60), at));
        });
        if (isOf("text/html") && (body.contains("<x9") || body.contains("\" onx9="))) {
            harm.add("markup that was handed in");
        }
        if (body.contains(GeneratedValues.PRODUCT)) {
            harm.add("an expression that was computed");
        }
        return harm.build();
    }

    /** What no answer may have raw: controls, what turns the direction of writing, what cannot be seen. */
    private static boolean isUnfit(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t'
                || c >= 0x7f && c < 0xa0
                || c == 0x61c
                || c == 0x200e
                || c == 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0xfeff;
    }
}
