package dev.homeport.namespaces;

import dev.homeport.platform.Container;
import dev.homeport.reading.CachedCollector;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose loopback the pages show, for the frame around them. */
@Component
public class WhoseLoopback {

    private final CachedCollector<Namespaces> namespaces;

    WhoseLoopback(CachedCollector<Namespaces> namespacesCollector) {
        this.namespaces = namespacesCollector;
    }

    /**
     * What the frame says.
     *
     * @param name of Homeport's own network namespace
     * @param others how many other ones are in sight
     */
    public record Words(String name, int others) {}

    /** Empty while it is not known. */
    public Optional<Words> now() {
        return namespaces.snapshot().reading().latest().map(found -> {
            Optional<String> container =
                    Optional.ofNullable(found.own().container()).map(Container::label);
            return new Words(
                    found.own().name()
                            + container.map(label -> " (" + label + ")").orElse(""),
                    found.others().size());
        });
    }
}
