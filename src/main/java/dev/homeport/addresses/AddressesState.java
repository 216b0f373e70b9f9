package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.PageQuery;
import dev.homeport.answer.RowLimit;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketFilter;
import dev.homeport.sockets.SocketRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What the reader of the addresses page chose; all of it stands in the page's address.
 *
 * @param open ids of the sockets whose details are open
 * @param unfolded which folded columns to show one by one, by {@link MapColumn#key}
 * @param withClients whether UDP sockets that are probably clients count
 * @param limit how many rows of the table to show
 */
record AddressesState(
        PageQuery query, SocketFilter filter, Set<String> open, Set<String> unfolded, boolean withClients, int limit) {

    private static final String PAGE = "/addresses";
    private static final List<String> PARAMETERS = List.of(
            Elsewhere.PARAMETER, "q", "port", "protocol", "scope", "process", "clients", "unfold", "open", "limit");

    AddressesState {
        open = Set.copyOf(open);
        unfolded = Set.copyOf(unfolded);
    }

    /** @throws BadParameter naming the parameter that makes no sense */
    static AddressesState of(MultiValueMap<String, String> parameters) {
        String clients = parameters.getFirst("clients");
        boolean withClients = "yes".equals(clients);
        if (clients != null && !withClients && !clients.isBlank() && !clients.equals("no")) {
            throw new BadParameter("clients", clients, "yes or no");
        }
        return of(parameters, SocketFilter.of(parameters), withClients, RowLimit.parse(parameters.getFirst("limit")));
    }

    /** The state to show beside the message of a bad parameter: everything. */
    static AddressesState unfiltered(MultiValueMap<String, String> parameters) {
        return of(parameters, SocketFilter.ALL, false, RowLimit.FIRST_ROWS);
    }

    private static AddressesState of(
            MultiValueMap<String, String> parameters, SocketFilter filter, boolean withClients, int limit) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> chosen.put(name, values(parameters, name)));
        return new AddressesState(
                new PageQuery(chosen),
                filter,
                Set.copyOf(values(parameters, "open")),
                Set.copyOf(values(parameters, "unfold")),
                withClients,
                limit);
    }

    private static List<String> values(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().distinct().toList();
    }

    /** Whether a socket belongs on the map at all, before the filter. */
    boolean counts(ListeningSocket socket) {
        return socket.role() == SocketRole.SERVER || withClients && socket.role() == SocketRole.MAYBE_CLIENT;
    }

    boolean isOpen(ListeningSocket socket) {
        return open.contains(socket.id());
    }

    /** What stands in the search field. */
    public String searched() {
        return String.join(" ", query.parameters().getOrDefault("q", List.of()));
    }

    public boolean isFiltered() {
        return !filter.equals(SocketFilter.ALL);
    }

    /** All that a search keeps. */
    public Map<String, List<String>> kept() {
        return query.without(List.of("q")).parameters();
    }

    /** The page as it is. */
    public String self() {
        return query.href(PAGE);
    }

    /** With the details of {@code socket} open, or closed if they are open. */
    public String toggled(ListeningSocket socket) {
        return query.toggled("open", socket.id()).href(PAGE);
    }

    /** With the details of the socket with this id open, and the window there. */
    public String at(String id) {
        return opened(id) + "#" + id;
    }

    /** The same, with the window at what came of its proof. */
    String atProofOf(String id) {
        return opened(id) + "#proof-" + id;
    }

    private String opened(String id) {
        return (open.contains(id) ? query : query.toggled("open", id)).href(PAGE);
    }

    /** With a folded column shown one by one, or folded again. */
    public String unfolding(String key) {
        return query.toggled("unfold", key).href(PAGE);
    }

    /** With UDP sockets that are probably clients, or without them. */
    public String clientsToggled() {
        return query.with("clients", withClients ? List.of() : List.of("yes")).href(PAGE);
    }

    /** With so many rows. */
    public String withRows(int rows) {
        return query.with("limit", List.of(Integer.toString(rows))).href(PAGE);
    }

    /** Without any filter. */
    public String cleared() {
        return ofNamespace().href(PAGE);
    }

    /** All about {@code socket}. */
    public String socketPage(ListeningSocket socket) {
        return ofNamespace()
                .with("port", List.of(Integer.toString(socket.port())))
                .with("open", List.of(socket.id()))
                .href("/sockets");
    }

    /** All about the interface with this name. */
    public String interfacePage(String name) {
        return ofNamespace().href("/interfaces") + "#interface-" + name;
    }

    private PageQuery ofNamespace() {
        return query.only(List.of(Elsewhere.PARAMETER));
    }
}
