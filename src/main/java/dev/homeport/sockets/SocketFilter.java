package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.processes.Forwarding;
import dev.homeport.processes.ProcessDetails;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Which sockets to show. A socket passes when it matches each criterion that is given; of several values of one, any.
 *
 * @param processes parts of a process' name, or a process id; lower case
 * @param users parts of a user's name; lower case
 * @param words each must occur somewhere in the row; lower case
 */
public record SocketFilter(
        List<PortRange> ports,
        Set<Protocol> protocols,
        Set<BindScope> scopes,
        List<String> processes,
        List<String> users,
        List<String> words)
        implements Predicate<ListeningSocket> {

    /** Every socket. */
    public static final SocketFilter ALL =
            new SocketFilter(List.of(), Set.of(), Set.of(), List.of(), List.of(), List.of());

    public SocketFilter {
        ports = List.copyOf(ports);
        protocols = Set.copyOf(protocols);
        scopes = Set.copyOf(scopes);
        processes = List.copyOf(processes);
        users = List.copyOf(users);
        words = List.copyOf(words);
    }

    /**
     * The filter that request parameters ask for: {@code q}, {@code port}, {@code protocol}, {@code scope} and {@code
     * process}.
     *
     * @throws dev.homeport.answer.BadParameter naming the parameter that makes no sense
     */
    public static SocketFilter of(MultiValueMap<String, String> parameters) {
        return SocketFilterParser.parse(SocketsRequest.of(parameters));
    }

    @Override
    public boolean test(ListeningSocket socket) {
        return (ports.isEmpty() || ports.stream().anyMatch(range -> range.contains(socket.port())))
                && (protocols.isEmpty() || protocols.contains(socket.protocol()))
                && (scopes.isEmpty() || scopes.contains(socket.scope()))
                && (processes.isEmpty() || processes.stream().anyMatch(part -> isHeldBy(socket, part)))
                && (users.isEmpty() || users.stream().anyMatch(part -> isHeldByUser(socket, part)))
                && words.stream().allMatch(word -> text(socket).anyMatch(text -> contains(text, word)));
    }

    /** The same filter for other scopes: chips count what each of them would show. */
    SocketFilter withScopes(Set<BindScope> others) {
        return new SocketFilter(ports, protocols, others, processes, users, words);
    }

    /** The same filter for other protocols. */
    SocketFilter withProtocols(Set<Protocol> others) {
        return new SocketFilter(ports, others, scopes, processes, users, words);
    }

    private static boolean isHeldBy(ListeningSocket socket, String part) {
        return socket.owner().processes().stream()
                .anyMatch(process -> contains(process.displayName(), part)
                        || Integer.toString(process.pid()).equals(part));
    }

    private static boolean isHeldByUser(ListeningSocket socket, String part) {
        return users(socket).anyMatch(user -> contains(user, part));
    }

    /** Whoever runs a process that holds it, and who made it. */
    private static Stream<String> users(ListeningSocket socket) {
        Stream<String> running =
                socket.owner().processes().stream().map(ProcessDetails::user).filter(Objects::nonNull);
        return Stream.concat(running, Stream.ofNullable(socket.owner().user()).map(SocketUser::name));
    }

    /** All that a reader sees of the row. */
    private static Stream<String> text(ListeningSocket socket) {
        Stream<String> own = Stream.of(
                socket.bind().text(),
                socket.rawAddress(),
                socket.protocol().text(),
                socket.scope().text(),
                socket.scope().label(),
                socket.family().label(),
                socket.role().text(),
                socket.device() == null ? "" : socket.device(),
                socket.service() == null ? "" : socket.service());
        Stream<String> owners = socket.owner().processes().stream()
                .flatMap(process -> Stream.of(
                        process.displayName(),
                        Integer.toString(process.pid()),
                        process.commandLine() == null ? "" : process.commandLine(),
                        process.container() == null ? "" : process.container().label()));
        Stream<String> forwarding = socket.forwarding().map(Forwarding::target).map(ForwardTarget::text).stream();
        return Stream.of(own, owners, users(socket), forwarding).flatMap(Function.identity());
    }

    private static boolean contains(String text, String lowerCasePart) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCasePart);
    }
}
