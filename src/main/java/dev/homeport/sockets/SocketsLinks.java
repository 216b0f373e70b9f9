package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** The links of the sockets page: each is the page as it is, with one thing chosen otherwise. */
final class SocketsLinks {

    private static final String PAGE = "/sockets";
    private static final Set<String> NOT_IN_CSV = Set.of("sort", "open", "limit");

    private final SocketsState state;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    SocketsLinks(SocketsState state) {
        this.state = state;
        SocketsRequest request = state.request();
        parameters.put("q", request.q());
        parameters.put("port", request.port());
        parameters.put("protocol", request.protocol());
        parameters.put("scope", request.scope());
        parameters.put("process", request.process());
        parameters.put("sort", Stream.ofNullable(request.sort()).toList());
        parameters.put("open", request.open());
        parameters.put("limit", Stream.ofNullable(request.limit()).toList());
    }

    /** The page as it is. */
    public String self() {
        return href(PAGE, parameters);
    }

    /** Sorted by {@code column}; by the same column again, the other way round. */
    public String sortedBy(SocketColumn column) {
        boolean reverse = column == state.sort() && !state.descending();
        return with("sort", List.of((reverse ? "-" : "") + column.text()));
    }

    /** With the details of {@code socket} open, or closed if they are open. */
    public String toggled(ListeningSocket socket) {
        return with("open", toggled(state.request().open(), socket.id()));
    }

    /** With this scope chosen, or no longer so. */
    public String toggled(BindScope scope) {
        return with("scope", toggled(state.request().scope(), scope.text()));
    }

    /** With this protocol chosen, or no longer so. */
    public String toggled(Protocol protocol) {
        return with("protocol", toggled(state.request().protocol(), protocol.text()));
    }

    /** With so many rows. */
    public String withRows(int limit) {
        return with("limit", List.of(Integer.toString(limit)));
    }

    /** Without any filter. */
    public String cleared() {
        return href(PAGE, Map.of("sort", parameters.getOrDefault("sort", List.of())));
    }

    /** The same sockets as CSV. */
    public String csv() {
        Map<String, List<String>> filters = new LinkedHashMap<>(parameters);
        filters.keySet().removeAll(NOT_IN_CSV);
        return href("/api/sockets.csv", filters);
    }

    private String with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return href(PAGE, changed);
    }

    private static List<String> toggled(List<String> values, String value) {
        List<String> changed = new ArrayList<>(values);
        if (!changed.remove(value)) {
            changed.add(value);
        }
        return changed;
    }

    private static String href(String path, Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> parameter.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
