package dev.homeport.health.names;

import java.util.Set;

/** Names that somebody wants to know about, beside {@code localhost}. */
public record WantedNames(Set<String> names) {

    public WantedNames {
        names = Set.copyOf(names);
    }
}
