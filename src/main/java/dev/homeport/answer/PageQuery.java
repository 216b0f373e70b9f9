package dev.homeport.answer;

import dev.homeport.platform.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * The parameters in a page's address: what its reader chose. Each link on such a page is the page as it is with one thing
 * chosen otherwise.
 */
public record PageQuery(Map<String, List<String>> parameters) {

    /** A server takes no longer ones, in a link nor in a header. */
    private static final int LONGEST = 4_000;

    public PageQuery {
        Map<String, List<String>> visible = new LinkedHashMap<>();
        parameters.forEach((name, values) ->
                visible.put(name, values.stream().map(HostileText::visible).toList()));
        parameters = visible;
    }

    /** With these values of {@code name} in place of those there are. */
    public PageQuery with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return new PageQuery(changed);
    }

    /** With {@code value} among the values of {@code name}, or without it if it is. */
    public PageQuery toggled(String name, String value) {
        List<String> changed = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!changed.remove(value)) {
            changed.add(value);
        }
        return with(name, changed);
    }

    /** Without {@code names}. */
    public PageQuery without(List<String> names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        names.forEach(changed::remove);
        return new PageQuery(changed);
    }

    /** Without all others than {@code names}. */
    public PageQuery only(List<String> names) {
        Map<String, List<String>> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(names);
        return new PageQuery(kept);
    }

    /** The address of {@code path} with these parameters; without them, when they are more than an address can hold. */
    public String href(String path) {
        String query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> parameter.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() || query.length() > LONGEST ? path : path + "?" + query;
    }
}
