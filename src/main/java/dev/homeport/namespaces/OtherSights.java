package dev.homeport.namespaces;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.namespaces.side.Known;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is seen of other network namespaces than Homeport's own, for the pages of the rooms below. */
@Component
class OtherSights {

    private static final int MOST_NAMED = 12;

    private final CachedCollector<Namespaces> namespaces;
    private final NamespaceAttention attention;

    OtherSights(CachedCollector<Namespaces> namespacesCollector, NamespaceAttention attention) {
        this.namespaces = namespacesCollector;
        this.attention = attention;
    }

    /** @param part of what is seen of a namespace */
    <T> Elsewhere<T> of(Function<Sight, Known<T>> part) {
        return of(part, sight -> Optional.empty());
    }

    /** @param takenAt when it was seen, where that is not the time of the whole reading */
    <T> Elsewhere<T> of(Function<Sight, Known<T>> part, Function<Sight, Optional<Instant>> takenAt) {
        return namespace -> {
            Snapshot<Namespaces> all = namespaces.snapshot();
            Optional<Namespaces> known = all.reading().latest();
            if (known.isEmpty()) {
                return Optional.of(new Snapshot<>(
                        all.name(),
                        new Reading.Missing<>(all.reading().whyNotFresh().orElse("")),
                        all.revision()));
            } else if (known.filter(found -> found.own().id().equals(namespace)).isPresent()) {
                return Optional.empty();
            }
            Sight sight = known.get().others().stream()
                    .filter(one -> one.namespace().id().equals(namespace))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter(Elsewhere.PARAMETER, namespace, accepted(known.get())));
            attention.pay(namespace);
            return Optional.of(new Snapshot<>(
                    all.name(), at(takenAt.apply(sight), part.apply(sight).in(all.reading())), all.revision()));
        };
    }

    private static <T> Reading<T> at(Optional<Instant> time, Reading<T> reading) {
        if (time.isPresent() && reading instanceof Reading.Fresh<T> fresh) {
            return new Reading.Fresh<>(fresh.value(), time.get(), fresh.took());
        } else if (time.isPresent() && reading instanceof Reading.Stale<T> stale) {
            return new Reading.Stale<>(stale.value(), time.get(), stale.took(), stale.reason());
        }
        return reading;
    }

    private static String accepted(Namespaces known) {
        List<String> ids = Stream.concat(
                        Stream.of(known.own()), known.others().stream().map(Sight::namespace))
                .map(NetworkNamespace::id)
                .toList();
        return "the id of a network namespace that is in sight ("
                + ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (ids.size() > MOST_NAMED ? " …" : "") + ")";
    }
}
