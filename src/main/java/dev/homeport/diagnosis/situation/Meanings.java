package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.question.Target;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses that a target means to each kind of client, in the order in which it tries them (DOMAIN R3.2). */
public record Meanings(Map<Client, List<IpAddress>> byClient) {

    /** What the name is everywhere, where no file tells (RFC 6761). */
    private static final List<IpAddress> BOTH = List.of(IpAddress.IPV6_LOOPBACK, IpAddress.IPV4_LOOPBACK);

    public static Meanings of(Target target, Optional<JudgedHosts> hosts) {
        Map<Client, List<IpAddress>> meanings = new EnumMap<>(Client.class);
        Arrays.stream(Client.values()).forEach(client -> meanings.put(client, meaning(target, hosts, client)));
        return new Meanings(meanings);
    }

    private static List<IpAddress> meaning(Target target, Optional<JudgedHosts> hosts, Client client) {
        IpAddress literal = target.address();
        if (literal != null) {
            return List.of(loopbackOf(literal.unmapped()));
        }
        String name = String.valueOf(target.name());
        return hosts
                .map(judged -> client.addresses(judged.resolvers(), name))
                .orElse(target.isLocalhost() ? BOTH : List.of())
                .stream()
                .map(Meanings::loopbackOf)
                .distinct()
                .toList();
    }

    /** Who connects to 0.0.0.0 or [::] gets to loopback (R1.5). */
    private static IpAddress loopbackOf(IpAddress address) {
        boolean isLoopback = address.isUnspecified() || address.withoutZone().equals(IpAddress.IPV6_LOOPBACK);
        return isLoopback ? IpAddress.loopback(address.family()) : address;
    }

    public List<IpAddress> of(Client client) {
        return byClient.getOrDefault(client, List.of());
    }

    /** All that it means to anybody. */
    public List<IpAddress> all() {
        return Arrays.stream(Client.values())
                .flatMap(client -> of(client).stream())
                .distinct()
                .toList();
    }
}
