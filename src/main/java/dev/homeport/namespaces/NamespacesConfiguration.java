package dev.homeport.namespaces;

import dev.homeport.addresses.Enclosure;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Speed;
import dev.homeport.namespaces.side.Known;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingProperties;
import dev.homeport.reading.Readings;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NamespacesConfiguration {

    @Bean
    Identity identity(NamespaceRoot own) {
        return new Identity(own);
    }

    @Bean
    NamespaceAttention namespaceAttention() {
        return new NamespaceAttention();
    }

    /** After the vantage: in which container this is belongs to the first reading already. */
    @Bean
    CachedCollector<Namespaces> namespacesCollector(
            NamespaceRoot own,
            HostProc host,
            CachedCollector<Vantage> vantage,
            NamespaceAttention attention,
            ReadingProperties pace,
            Readings readings) {
        var glimpses = new Glimpses(own, attention);
        var collector =
                new NamespacesCollector(own, host, () -> vantage.snapshot().reading(), glimpses);
        return readings.keepAfter(vantage, "namespaces", collector, pace.steady());
    }

    @Bean
    Elsewhere<Interfaces> interfacesElsewhere(OtherSights sights) {
        return sights.of(Sight::interfaces);
    }

    @Bean
    Elsewhere<ListeningSockets> socketsElsewhere(OtherSights sights) {
        return sights.of(Sight::sockets);
    }

    @Bean
    Elsewhere<Hosts> hostsElsewhere(OtherSights sights) {
        return sights.of(Sight::hosts);
    }

    @Bean
    Elsewhere<List<Speed>> speedsElsewhere(OtherSights sights) {
        return sights.of(Sight::latency, sight -> Optional.ofNullable(sight.visitedAt()));
    }

    @Bean
    Elsewhere<Enclosure> enclosuresElsewhere(OtherSights sights) {
        return sights.of(sight -> Known.of(
                switch (sight.namespace().kind()) {
                    case HOST -> Enclosure.NONE;
                    case CONTAINER -> Enclosure.CONTAINER;
                    default -> Enclosure.NAMESPACE;
                }));
    }
}
