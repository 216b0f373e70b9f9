package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container of podman, as its monitor conmon(8) knows it.
 *
 * @param id 64 hexadecimal digits
 */
public record PodmanContainer(String id, String name) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT_ID = 12;

    /** {@code -c 4f5e6d7c8b9a… -n web}; empty when the arguments are none of conmon's. */
    public static Optional<PodmanContainer> ofConmon(List<String> arguments) {
        Optional<String> name = CommandLine.valueAfter("-n", arguments)
                .map(text -> HostileText.clean(text, 100))
                .filter(text -> !text.isEmpty());
        return CommandLine.valueAfter("-c", arguments)
                .filter(ID.asMatchPredicate())
                .flatMap(id -> name.map(text -> new PodmanContainer(id, text)));
    }

    /** The beginning of the identifier, by which people know it. */
    String shortId() {
        return id.substring(0, SHORT_ID);
    }
}
