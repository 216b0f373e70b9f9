package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.platform.Container;
import dev.homeport.reading.CachedCollector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose loopback a page shows, and whose it could, for the frame around it. */
@Component
public class WhoseLoopback {

    private final CachedCollector<Namespaces> namespaces;

    WhoseLoopback(CachedCollector<Namespaces> namespacesCollector) {
        this.namespaces = namespacesCollector;
    }

    /**
     * A network namespace to choose.
     *
     * @param name what people call it, with its container
     * @param group the words for its kind
     */
    public record Choice(String id, String name, String group, boolean isOwn) {

        static Choice of(NetworkNamespace namespace) {
            Kind kind = namespace.kind();
            Optional<String> container = Optional.ofNullable(namespace.container())
                    .map(Container::label)
                    .filter(label -> kind == Kind.OWN);
            return new Choice(
                    namespace.id(),
                    namespace.name()
                            + container.map(label -> " (" + label + ")").orElse(""),
                    kind.label(),
                    kind == Kind.OWN);
        }
    }

    /**
     * What the frame says.
     *
     * @param shown the one that the page shows; null when it asks for one that is not in sight
     * @param all Homeport's own first
     */
    public record Words(@Nullable Choice shown, List<Choice> all) {

        public Words {
            all = List.copyOf(all);
        }

        public boolean isElsewhere() {
            return shown == null || !shown.isOwn();
        }
    }

    /**
     * @param namespace the id that the page was asked for; null or blank for Homeport's own
     * @return empty while it is not known
     */
    public Optional<Words> now(@Nullable String namespace) {
        return namespaces.snapshot().reading().latest().map(found -> {
            List<Choice> all = Stream.concat(
                            Stream.of(found.own()), found.others().stream().map(Sight::namespace))
                    .map(Choice::of)
                    .toList();
            boolean isOwn = namespace == null || namespace.isBlank();
            Choice shown = all.stream()
                    .filter(one -> isOwn ? one.isOwn() : one.id().equals(namespace))
                    .findFirst()
                    .orElse(null);
            return new Words(shown, all);
        });
    }
}
