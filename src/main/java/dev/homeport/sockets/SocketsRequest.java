package dev.homeport.sockets;

import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.platform.HostileText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of the sockets page and of its answers, as far as they can be seen: Spring's own binding would split {@code q} at
 * commas.
 *
 * @param namespace of whose sockets; null for Homeport's own
 * @param sort a column's name, with {@code -} in front for descending
 * @param open ids of the rows whose details are open
 * @param limit how many rows to show
 * @param revision what the asking fragment shows; empty when it wants an answer in any case
 */
record SocketsRequest(
        @Nullable String namespace,
        List<String> q,
        List<String> port,
        List<String> protocol,
        List<String> scope,
        List<String> process,
        @Nullable String sort,
        List<String> open,
        @Nullable String limit,
        @Nullable String revision) {

    static SocketsRequest of(MultiValueMap<String, String> parameters) {
        return new SocketsRequest(
                first(parameters, Elsewhere.PARAMETER),
                all(parameters, "q"),
                all(parameters, "port"),
                all(parameters, "protocol"),
                all(parameters, "scope"),
                all(parameters, "process"),
                first(parameters, "sort"),
                all(parameters, "open"),
                first(parameters, "limit"),
                parameters.getFirst("revision"));
    }

    private static List<String> all(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(HostileText::visible)
                .toList();
    }

    private static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? null : HostileText.visible(value);
    }
}
