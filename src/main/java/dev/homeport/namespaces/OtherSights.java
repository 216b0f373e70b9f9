package dev.homeport.namespaces;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.Elsewhere;
import dev.homeport.namespaces.side.Known;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
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

    OtherSights(CachedCollector<Namespaces> namespacesCollector) {
        this.namespaces = namespacesCollector;
    }

    /** @param part of what is seen of a namespace */
    <T> Elsewhere<T> of(Function<Sight, Known<T>> part) {
        return namespace -> {
            Snapshot<Namespaces> all = namespaces.snapshot();
            Optional<Namespaces> known = all.reading().latest();
            if (known.filter(found -> found.own().id().equals(namespace)).isPresent()) {
                return Optional.empty();
            }
            Sight sight = known.stream()
                    .flatMap(found -> found.others().stream())
                    .filter(one -> one.namespace().id().equals(namespace))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter(Elsewhere.PARAMETER, namespace, accepted(known)));
            return Optional.of(new Snapshot<>(all.name(), part.apply(sight).in(all.reading()), all.revision()));
        };
    }

    private static String accepted(Optional<Namespaces> known) {
        if (known.isEmpty()) {
            return "an id of GET /api/namespaces, which is not there yet";
        }
        List<String> ids = known.stream()
                .flatMap(found -> Stream.concat(
                        Stream.of(found.own()), found.others().stream().map(Sight::namespace)))
                .map(NetworkNamespace::id)
                .toList();
        return "the id of a network namespace that is in sight ("
                + ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (ids.size() > MOST_NAMED ? " …" : "") + ")";
    }
}
