package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one resolver makes of one name, in the order in which it returns it.
 *
 * @param by who answers: {@code files}, {@code myhostname}, {@code resolve}, {@code literal}, {@code built-in}; null when
 *     nobody here does
 * @param any for a program that asks for any family, as nearly all do
 * @param ipv4 for one that asks for IPv4
 * @param ipv6 for one that asks for IPv6
 * @param lines of the file that the answers come from
 */
public record ResolverAnswer(
        @Nullable String by, List<IpAddress> any, List<IpAddress> ipv4, List<IpAddress> ipv6, List<Integer> lines) {

    public ResolverAnswer {
        any = List.copyOf(any);
        ipv4 = List.copyOf(ipv4);
        ipv6 = List.copyOf(ipv6);
        lines = List.copyOf(lines);
    }

    /** All that a program can get: for any family, then what only those get that ask for one. */
    public List<IpAddress> all() {
        List<IpAddress> all = new ArrayList<>(any);
        onlyForOneFamily().forEach(all::add);
        return all;
    }

    /** What those do not get that ask for any family. */
    public List<IpAddress> onlyForOneFamily() {
        return Stream.concat(ipv6.stream(), ipv4.stream())
                .filter(address -> !any.contains(address))
                .distinct()
                .toList();
    }
}
