package dev.homeport.namespaces.peer;

import dev.homeport.answer.elsewhere.PeerQuestion;
import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.StateParser;
import dev.homeport.reading.Collector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Asks each of the other Homeports for its state, all at once. Nobody else is ever asked for anything. Of one that does not
 * answer any more stays what it told last, with the reason.
 */
final class PeersCollector implements Collector<Peers> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Peer> peers;
    private final BooleanSupplier isWatched;
    private final Map<Peer, Side> last = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();

    /** @param isWatched whether somebody looks at this Homeport itself */
    PeersCollector(List<Peer> peers, BooleanSupplier isWatched) {
        this.peers = List.copyOf(peers);
        this.isWatched = isWatched;
    }

    @Override
    public Peers collect() {
        List<CompletableFuture<Peers.Told>> answers =
                peers.stream().map(this::ask).toList();
        return new Peers(answers.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Peers.Told> ask(Peer peer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(peer.state())
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header(PeerQuestion.HEADER, isWatched.getAsBoolean() ? PeerQuestion.WATCHED : PeerQuestion.IDLE);
        if (peer.token() != null) {
            request.header("Authorization", "Bearer " + peer.token());
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new BoundedBody(StateParser.LARGEST));
        return answer.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    answer.cancel(true);
                    Known<Side> side = failure == null ? side(peer, response) : Known.not(Trouble.of(peer, failure));
                    return new Peers.Told(peer.name(), peer.address(), orLast(peer, side));
                });
    }

    private Known<Side> orLast(Peer peer, Known<Side> now) {
        String trouble = now.reason();
        if (trouble == null) {
            now.get().ifPresent(side -> last.put(peer, side));
            return now;
        }
        Side before = last.get(peer);
        return before == null
                ? now
                : new Known<>(
                        before.stale("This is what it told last, and nothing newer is to be had. " + trouble), trouble);
    }

    private static Known<Side> side(Peer peer, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return Known.not(Trouble.of(peer, response.statusCode(), response.body()));
        }
        try {
            return Known.of(StateParser.parse(
                    response.body(),
                    "peer:" + peer.name(),
                    Kind.PEER,
                    peer.name(),
                    "It is a Homeport of its own, asked at " + peer.address() + "."));
        } catch (StateParser.NoStateException e) {
            return Known.not("What " + peer.address() + " answers cannot be used: " + e.getMessage());
        }
    }
}
