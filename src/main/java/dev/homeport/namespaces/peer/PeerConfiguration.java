package dev.homeport.namespaces.peer;

import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Collector;
import dev.homeport.reading.CollectorMetrics;
import dev.homeport.reading.CollectorThread;
import dev.homeport.reading.ReadingProperties;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeerConfiguration {

    /** Without peers there is nothing to ask, and no client. */
    @Bean
    CachedCollector<Peers> peersCollector(
            PeerProperties properties,
            Attention attention,
            ReadingProperties pace,
            CollectorMetrics metrics,
            ApplicationEventPublisher events) {
        List<Peer> peers = properties.peers().entrySet().stream()
                .map(peer -> Peer.of(peer.getKey(), peer.getValue()))
                .toList();
        Collector<Peers> collector =
                peers.isEmpty() ? () -> new Peers(List.of()) : new PeersCollector(peers, attention::isPaidHere);
        return new CachedCollector<>("peers", collector, pace.steady(), metrics, events::publishEvent);
    }

    @Bean
    CollectorThread peersThread(CachedCollector<Peers> peersCollector, Attention attention) {
        return CollectorThread.unawaited(peersCollector, attention);
    }
}
