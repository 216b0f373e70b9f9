package dev.homeport.namespaces.peer;

import dev.homeport.namespaces.side.Known;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeerConfiguration {

    /** Those that the user named, before the first of them was asked: they can be chosen from the start. */
    @Bean
    Peers unaskedPeers(PeerProperties properties) {
        return new Peers(properties.peers().entrySet().stream()
                .map(peer -> Peer.of(peer.getKey(), peer.getValue()))
                .map(peer -> new Peers.Told(
                        peer.name(),
                        peer.address(),
                        Known.not("It has not been asked yet: Homeport has just started.")))
                .toList());
    }

    /** Without peers there is nothing to ask, and no client. */
    @Bean
    CachedCollector<Peers> peersCollector(
            PeerProperties properties, Attention attention, ReadingProperties pace, Readings readings) {
        List<Peer> peers = properties.peers().entrySet().stream()
                .map(peer -> Peer.of(peer.getKey(), peer.getValue()))
                .toList();
        Collector<Peers> collector =
                peers.isEmpty() ? () -> new Peers(List.of()) : new PeersCollector(peers, attention::isPaidHere);
        return readings.keepUnawaited("peers", collector, pace.steady());
    }
}
