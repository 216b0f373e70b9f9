package dev.homeport.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An endpoint of the table, and the requests that it is attacked with.
 *
 * @param key method, path and condition
 * @param parameters and a value of those without which others are not looked at, or much would be done; else nothing
 */
record Endpoint(String key, Map<String, String> parameters) {

    /** {@code namespace} is looked at before all else, by one class for all who do not take it. */
    private static final String NAMESPACE = "namespace";

    static Endpoint of(String line) {
        String[] words = line.split("\\s+");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            parameters.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        if (!words[1].startsWith("/actuator")) {
            parameters.putIfAbsent(NAMESPACE, "");
        }
        return new Endpoint(words[0] + " " + words[1], parameters);
    }

    /** As a handler calls them. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        parameters.keySet().forEach(name -> names.add(name.replaceAll("[{}]", "")));
        return names;
    }

    Stream<Attempt> attempts(GeneratedValues values, int alone, int together) {
        if (parameters.isEmpty() || key.endsWith(" /events")) {
            return Stream.empty();
        }
        Stream<Attempt> single = parameters.keySet().stream()
                .flatMap(name ->
                        IntStream.range(0, alone).mapToObj(i -> Attempt.of(this, Map.of(name, values.next(i)), i)));
        Stream<Attempt> all = parameters.keySet().equals(Set.of(NAMESPACE))
                ? Stream.empty()
                : IntStream.range(alone, alone + together).mapToObj(i -> Attempt.of(this, all(values, i), i));
        return Stream.concat(single, all);
    }

    private Map<String, String> all(GeneratedValues values, int i) {
        Map<String, String> all = new LinkedHashMap<>();
        int turn = i;
        for (String name : parameters.keySet()) {
            all.put(name, values.next(turn++));
        }
        if (i % 4 != 0) {
            all.remove(NAMESPACE); // or nothing else would be looked at
        }
        return all;
    }
}
