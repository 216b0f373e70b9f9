package dev.homeport.attack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request with values that make little sense.
 *
 * @param target path and query
 * @param head lines of its head
 * @param form the body; empty for none
 */
record Attempt(Endpoint endpoint, String method, String target, String head, String form) {

    /** Why the server refused to read a request at all; then it cannot name a parameter. */
    private static final String UNREAD =
            "(?s).*(could not read this request|cannot be read: a percent sign|makes no sense).*";

    /** The {@code i}th: with and without htmx, in the address and in a form, once and twice. */
    static Attempt of(Endpoint endpoint, Map<String, String> values, int i) {
        String method = endpoint.key().substring(0, endpoint.key().indexOf(' '));
        String path = endpoint.key().substring(method.length() + 1);
        Map<String, String> given = new LinkedHashMap<>(values);
        endpoint.parameters().forEach((name, usual) -> {
            if (!usual.isEmpty() && given.getOrDefault(name, "").matches("(%20|%09|%0D|%0A|%C2%A0|%E3%80%80)*")) {
                given.put(name, usual);
            }
        });
        for (String name : endpoint.parameters().keySet()) {
            if (name.startsWith("{") || name.equals("**")) {
                path = path.replace(name, given.getOrDefault(name, "x"));
                given.remove(name);
            }
        }
        String condition = path.contains("?do=") ? path.substring(path.indexOf('?') + 1) : "";
        String address = path.replaceFirst("\\?(do=.*|namespace)$", "");
        String pairs = given.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue() + (i % 50 == 49 ? "&" + pair : ""))
                .collect(Collectors.joining("&"));
        boolean isForPrograms = path.startsWith("/api/") || path.startsWith("/actuator");
        String head = (isForPrograms ? "" : "Accept: text/html\n")
                + (i % 3 == 1 ? "HX-Request: true\n" : "")
                + (i % 9 == 4 ? "HX-Target: run\n" : "");
        boolean isInForm = method.equals("POST") && i % 2 == 0 && !given.containsKey("namespace");
        String sent = method.equals("ANY") ? "GET" : method;
        return isInForm
                ? new Attempt(
                        endpoint,
                        sent,
                        address + "?" + condition,
                        head + "Content-Type: application/x-www-form-urlencoded\n",
                        pairs)
                : new Attempt(endpoint, sent, address + "?" + condition + "&" + pairs, head, "");
    }

    Answer over(Wire wire) throws IOException {
        return wire.send(method, target, head, form);
    }

    /** What is wrong with the answer to it. */
    Stream<String> complaints(Answer answer) {
        return Stream.concat(answer.harm(), Stream.of(refusal(answer)).filter(text -> !text.isEmpty()));
    }

    private String refusal(Answer answer) {
        boolean isRefusal = answer.status() == 400 || answer.status() == 429;
        if (!isRefusal || answer.body().matches(UNREAD)) {
            return "";
        } else if (head.contains("text/html")) {
            return answer.isPage() ? "" : "no page: " + answer;
        }
        boolean isNamed = answer.status() == 429
                || target.startsWith("/actuator")
                || endpoint.names().stream().anyMatch(name -> answer.body().contains("\"parameter\":\"" + name + "\""));
        return answer.isProblem() && isNamed ? "" : "unexplained: " + answer;
    }

    @Override
    public String toString() {
        String text = method + " " + target + " " + head.replace("\n", ", ") + form;
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
