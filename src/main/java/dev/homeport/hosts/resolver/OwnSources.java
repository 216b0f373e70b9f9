package dev.homeport.hosts.resolver;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import java.util.Comparator;
import java.util.Optional;

/**
 * From where a machine sends whose kernel cannot be asked: to its own addresses from these very addresses, to others from one
 * that it has of that family besides loopback, if it has any. Which one that is, does not matter to whether they can be
 * reached at all, which comes first in RFC 6724.
 */
public record OwnSources(LocalAddresses own) implements Sources {

    @Override
    public Optional<IpAddress> towards(IpAddress to) {
        IpAddress plain = to.unmapped();
        if (own.interfaceOf(plain).isPresent()) {
            return Optional.of(to);
        }
        return own.interfaces().keySet().stream()
                .filter(address -> address.family() == plain.family())
                .filter(address -> !address.isLoopback() && address.addressClass() != AddressClass.LINK_LOCAL)
                .min(Comparator.comparing(IpAddress::text))
                .map(source -> to.isMapped() ? source.mapped() : source);
    }
}
