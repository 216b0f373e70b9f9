package dev.homeport.health.expectation;

import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.Owner;
import java.util.Optional;

/** By whom a socket should be held: at least one of its processes has that name. */
record Held(String process) {

    private static final int LONGEST_NAME = 15;

    /** What is not as it should be; empty when it is, and when that is not known. */
    Optional<String> difference(ListeningSocket socket) {
        return isBy(socket) || !isNamed(socket.owner())
                ? Optional.empty()
                : Optional.of(socket.protocol().text() + " " + socket.bind() + " should be held by " + process
                        + ", and is by " + socket.holder() + ".");
    }

    /** Why it is not known; empty when it is. */
    Optional<String> doubt(ListeningSocket socket) {
        if (isBy(socket) || isNamed(socket.owner())) {
            return Optional.empty();
        }
        String reason = socket.owner().reason();
        return Optional.of("Who holds " + socket.bind() + " is not visible from here: "
                + (reason == null ? "the process has no name that could be read." : reason));
    }

    private boolean isBy(ListeningSocket socket) {
        return socket.owner().processes().stream()
                .map(ProcessDetails::name)
                .anyMatch(name -> name != null && (name.equals(process) || isCut(name)));
    }

    /** Whether that is all that the kernel keeps of a longer name (proc(5), comm). */
    private boolean isCut(String name) {
        return name.length() == LONGEST_NAME && process.startsWith(name);
    }

    /** Whether all that is to be known of its holders is known: that there is none, too. */
    private static boolean isNamed(Owner owner) {
        return switch (owner.visibility()) {
            case VISIBLE -> owner.processes().stream().allMatch(holder -> holder.name() != null);
            case HIDDEN -> false;
            case KERNEL -> true;
        };
    }
}
