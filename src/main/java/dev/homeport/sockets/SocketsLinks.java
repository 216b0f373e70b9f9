package dev.homeport.sockets;

import dev.homeport.answer.PageQuery;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The links of the sockets page: each is the page as it is, with one thing chosen otherwise.
 *
 * @param query the page as it is
 */
record SocketsLinks(SocketsState state, PageQuery query) {

    private static final String PAGE = "/sockets";
    private static final List<String> NOT_IN_CSV = List.of("sort", "open", "limit");

    static SocketsLinks of(SocketsState state) {
        SocketsRequest request = state.request();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put(
                Elsewhere.PARAMETER, Stream.ofNullable(request.namespace()).toList());
        parameters.put("q", request.q());
        parameters.put("port", request.port());
        parameters.put("protocol", request.protocol());
        parameters.put("scope", request.scope());
        parameters.put("process", request.process());
        parameters.put("sort", Stream.ofNullable(request.sort()).toList());
        parameters.put("open", request.open());
        parameters.put("limit", Stream.ofNullable(request.limit()).toList());
        return new SocketsLinks(state, new PageQuery(parameters));
    }

    /** The page as it is. */
    public String self() {
        return query.href(PAGE);
    }

    /** Sorted by {@code column}; by the same column again, the other way round. */
    public String sortedBy(SocketColumn column) {
        boolean reverse = column == state.sort() && !state.descending();
        return query.with("sort", List.of((reverse ? "-" : "") + column.text())).href(PAGE);
    }

    /** With the details of {@code socket} open, or closed if they are open. */
    public String toggled(ListeningSocket socket) {
        return query.toggled("open", socket.id()).href(PAGE);
    }

    /** With this scope chosen, or no longer so. */
    public String toggled(BindScope scope) {
        return query.toggled("scope", scope.text()).href(PAGE);
    }

    /** With this protocol chosen, or no longer so. */
    public String toggled(Protocol protocol) {
        return query.toggled("protocol", protocol.text()).href(PAGE);
    }

    /** With so many rows. */
    public String withRows(int limit) {
        return query.with("limit", List.of(Integer.toString(limit))).href(PAGE);
    }

    /** All that a search keeps. */
    public Map<String, List<String>> kept() {
        return query.without(List.of("q")).parameters();
    }

    /** Without any filter. */
    public String cleared() {
        return query.only(List.of(Elsewhere.PARAMETER, "sort")).href(PAGE);
    }

    /** With {@code socket} open, and nothing but its port. */
    public String to(ListeningSocket socket) {
        return about(socket).href(PAGE);
    }

    /** Where it is told at which addresses {@code socket} answers. */
    public String addressesOf(ListeningSocket socket) {
        return about(socket).href("/addresses") + "#" + socket.id();
    }

    /** Where it is told why {@code socket} is not reached. */
    public String diagnosisOf(ListeningSocket socket) {
        String suffix = socket.protocol() == Protocol.UDP ? "/udp" : "";
        return new PageQuery(Map.of("target", List.of(socket.bind().text() + suffix))).href("/diagnose");
    }

    /** The listeners whose accept queues are fullest. */
    public String fullest() {
        return query.only(List.of(Elsewhere.PARAMETER))
                .with("sort", List.of("-" + SocketColumn.QUEUE.text()))
                .href(PAGE);
    }

    private PageQuery about(ListeningSocket socket) {
        return query.only(List.of(Elsewhere.PARAMETER))
                .with("port", List.of(Integer.toString(socket.port())))
                .with("open", List.of(socket.id()));
    }

    /** The same sockets as CSV. */
    public String csv() {
        return query.without(NOT_IN_CSV).href("/api/sockets.csv");
    }
}
