package dev.homeport.health.names;

import java.util.Map;
import java.util.Optional;

/** What the system's resolver made of each name that somebody wants to know about. */
public record Names(Map<String, NameAnswer> answers) {

    public Names {
        answers = Map.copyOf(answers);
    }

    public Optional<NameAnswer> of(String name) {
        return Optional.ofNullable(answers.get(name));
    }
}
