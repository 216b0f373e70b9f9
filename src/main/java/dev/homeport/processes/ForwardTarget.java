package dev.homeport.processes;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.homeport.net.Endpoint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a forwarder leads to, as its arguments tell. */
public sealed interface ForwardTarget {

    /** As people read it; answers of the API tell it so too. */
    @JsonValue
    String text();

    /** A container, by its address; Docker's forwarder tells that. */
    record AddressOfContainer(Endpoint endpoint) implements ForwardTarget {

        private static final Pattern TEXT = Pattern.compile("container at \\[?([^]]+?)]?:(\\d{1,5})");

        @Override
        public String text() {
            return "container at " + endpoint.text();
        }

        private static Optional<ForwardTarget> parse(String text) {
            Matcher words = TEXT.matcher(text);
            return words.matches()
                    ? Endpoint.parse(words.group(1), words.group(2)).map(AddressOfContainer::new)
                    : Optional.empty();
        }
    }

    /**
     * A container of podman, and none of its ports; podman's conmon tells that.
     *
     * @param id the beginning of its identifier
     */
    record NameOfContainer(String name, String id) implements ForwardTarget {

        private static final Pattern TEXT = Pattern.compile("container (\\S+) of podman \\((\\w+)\\)");

        @Override
        public String text() {
            return "container " + name + " of podman (" + id + ")";
        }

        private static Optional<ForwardTarget> parse(String text) {
            Matcher words = TEXT.matcher(text);
            return words.matches()
                    ? Optional.of(new NameOfContainer(words.group(1), words.group(2)))
                    : Optional.empty();
        }
    }

    /** Anywhere else: another machine, a cluster, a virtual machine. */
    record Elsewhere(String text) implements ForwardTarget {}

    /** What another Homeport, or a saved state, tells by {@code text}. */
    static ForwardTarget parse(String text) {
        return AddressOfContainer.parse(text)
                .or(() -> NameOfContainer.parse(text))
                .orElseGet(() -> new Elsewhere(text));
    }
}
