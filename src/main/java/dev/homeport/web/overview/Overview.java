package dev.homeport.web.overview;

import dev.homeport.net.BindScope;
import dev.homeport.net.CountText;
import dev.homeport.platform.Container;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the first page draws: the answer in one sentence, then what can be reached from other machines, then numbers.
 *
 * @param headline the sentence
 * @param reachable servers that other machines can reach as far as addresses tell, by port
 * @param rest how many more of these there are
 * @param maybeClients UDP sockets that are probably clients, which the lists leave out
 */
record Overview(
        Reading<ListeningSockets> sockets,
        Reading<Vantage> vantage,
        String headline,
        List<Count> counts,
        List<ListeningSocket> reachable,
        int rest,
        long maybeClients) {

    private static final int MOST_ROWS = 15;

    /** How many servers have a scope. */
    record Count(BindScope scope, long sockets) {}

    /** @param isReachable whether other machines can reach a socket */
    static Overview of(
            Reading<ListeningSockets> sockets, Reading<Vantage> vantage, Predicate<ListeningSocket> isReachable) {
        List<ListeningSocket> all =
                sockets.latest().map(ListeningSockets::sockets).orElse(List.of());
        List<ListeningSocket> servers = all.stream()
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .toList();
        List<ListeningSocket> reachable = servers.stream().filter(isReachable).toList();
        return new Overview(
                sockets,
                vantage,
                headline(sockets, vantage, servers.size(), reachable.size()),
                counts(servers),
                reachable.stream().limit(MOST_ROWS).toList(),
                Math.max(0, reachable.size() - MOST_ROWS),
                all.stream()
                        .filter(socket -> socket.role() == SocketRole.MAYBE_CLIENT)
                        .count());
    }

    private static String headline(
            Reading<ListeningSockets> sockets, Reading<Vantage> vantage, int servers, int reachable) {
        if (sockets.latest().isEmpty()) {
            return "What listens here is not known yet: "
                    + sockets.whyNotFresh().orElse("");
        }
        String where = vantage.latest().map(Vantage::container).isPresent() ? " in this container" : " on this machine";
        if (servers == 0) {
            return "Nothing listens" + where + ".";
        }
        String listen = servers == 1 ? "One socket listens" : CountText.of(servers) + " sockets listen";
        return listen + where + "; " + reach(reachable) + ".";
    }

    private static String reach(int reachable) {
        if (reachable == 0) {
            return "none can be reached from other machines";
        }
        return (reachable == 1 ? "one" : CountText.of(reachable)) + " can be reached from other machines";
    }

    private static List<Count> counts(List<ListeningSocket> servers) {
        return Arrays.stream(BindScope.values())
                .map(scope -> new Count(
                        scope,
                        servers.stream()
                                .filter(socket -> socket.scope() == scope)
                                .count()))
                .filter(count ->
                        count.sockets() > 0 || count.scope() == BindScope.LOOPBACK || count.scope() == BindScope.ALL)
                .toList();
    }

    /** Where Homeport stands, in a few words. */
    static String place(Vantage vantage) {
        Container container = vantage.container();
        if (container == null) {
            return "on the machine itself";
        }
        String runtime = container.runtime() == null ? "a container" : "a " + container.runtime() + " container";
        String id = container.id();
        return "in " + runtime + (id == null ? "" : " " + id.substring(0, Math.min(12, id.length())));
    }
}
